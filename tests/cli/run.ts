/** Runs the headless run as a user would, in a folder of its own, and catches what it prints. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chamDiem, type ExitStatus } from '../../src/cli/cham-diem';
import type { resultJson } from '../../src/cli/json';
import { makeSample } from '../../scripts/make-sample';
import { NOW } from '../workbook/build';

export type Json = ReturnType<typeof resultJson>;

export interface Ended {
  readonly status: ExitStatus;
  readonly out: string;
  readonly problems: string;
}

/** A folder that is gone after the test file. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'cham-diem-'));

  at(name: string): string {
    return join(this.path, name);
  }

  write(name: string, content: Uint8Array | string): string {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }

  read(name: string): Buffer {
    return readFileSync(this.at(name));
  }

  json(name: string): Json {
    return JSON.parse(this.read(name).toString('utf8')) as Json;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export async function run(...argv: string[]): Promise<Ended> {
  const out: string[] = [];
  const problems: string[] = [];
  const status = await chamDiem(argv, {
    print: (text) => out.push(text),
    printProblem: (text) => problems.push(text),
    now: NOW,
  });
  return { status, out: out.join('\n'), problems: problems.join('\n') };
}

let sample: Uint8Array | null = null;

/** The bytes of the sample workbook. */
export async function sampleBytes(): Promise<Uint8Array> {
  return (sample ??= await makeSample());
}
