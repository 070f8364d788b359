import { planNumber, type Note, type Plan, type UnitResult } from '../../rules';
import { date, percentBeside, planText } from './numbers';
import { criterionOf, figureName, reasonText } from './reasons';
import { list, unitName } from './units';

export const MEASURES = {
  dossiersPerAccount: 'số hồ sơ trên mỗi tài khoản nộp',
  busiestShare: 'tỷ trọng hồ sơ của các tài khoản nộp nhiều nhất',
} as const;

/** What a result sheet says of a unit in its last column; empty where there is nothing to say. */
export function unitNote(plan: Plan, unit: UnitResult): string {
  return unitNotes(plan, unit).join('. ');
}

/** The same, a sentence each. */
export function unitNotes(plan: Plan, unit: UnitResult): string[] {
  const notes = unit.notes.map((note) => noteText(plan, unit, note));
  return unit.tied ? [...notes, 'Đồng hạng, chờ Hội đồng quyết định thứ tự'] : notes;
}

export function noteText(plan: Plan, unit: UnitResult, note: Note): string {
  switch (note.code) {
    case 'gated': {
      const shown = percentBeside(note.ratio, planNumber(note.from));
      return `Không xét: tỷ lệ hồ sơ trực tuyến ${shown}, dưới ${planText(note.from)}`;
    }
    case 'gateZero': {
      const shown = percentBeside(note.ratio, planNumber(note.from));
      return `Tỷ lệ hồ sơ trực tuyến ${shown}, dưới ${planText(note.from)}: tiêu chí này tính 0 điểm`;
    }
    case 'unscored': {
      const head = unit.status === 'gated' ? 'Chưa tính được tổng điểm' : 'Chưa chấm';
      return `${head}: ${list(note.because.map(reasonText))}`;
    }
    case 'membersLeftOut': {
      const names = note.members.map((code) => unitName(plan, code));
      return `Bình quân các xã chưa gồm: ${names.join(', ')}`;
    }
    case 'membersAsZero': {
      const names = note.members.map((code) => unitName(plan, code));
      return `Bình quân các xã tính 0% cho: ${names.join(', ')}`;
    }
    case 'alone':
      return 'Chưa có số liệu các xã: tính theo tỷ lệ của huyện';
    case 'aboveOne': {
      const [a, b] = [figureName(note.criterion, 'a'), figureName(note.criterion, 'b')];
      return `Số ${a} nhiều hơn số ${b}, đề nghị kiểm tra; tính điểm tối đa`;
    }
    case 'fromPercent':
      return `${criterionOf(plan, note.criterion)?.shortName ?? ''}: chỉ có tỷ lệ, không có số lượng`;
    case 'tieBroken':
      return `Bằng điểm, xếp theo ${MEASURES[note.by]}`;
    case 'byDecision':
      return `Xếp theo quyết định của ${note.decision.by}, ngày ${date(note.decision.on)}`;
    case 'declined':
      return `Không đề nghị khen thưởng: ${note.declined.why}`;
  }
}
