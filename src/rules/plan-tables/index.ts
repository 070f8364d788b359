export { readPlan, type PlanReading } from './read';
export {
  PLAN_TABLE_NAMES,
  PLAN_TABLES,
  type PlanCell,
  type PlanColumn,
  type PlanColumnKind,
  type PlanFault,
  type PlanFaultCode,
  type PlanRow,
  type PlanTableName,
  type PlanTables,
} from './tables';
export { writePlan } from './write';
