// reliability-security.md, P2: the power goes while mail comes in, the owner decides and answers leave. Nothing is damaged, and
// nothing that anybody was told is lost.
import { describe, expect, it } from 'vitest';
import { findCompiler, runPowerCuts } from './power/power-cuts.ts';

const compiler = findCompiler();
if (compiler === null) process.stderr.write('power cuts: skipped, the recorder needs Linux and a C compiler\n');

describe.skipIf(compiler === null)('a power cut', () => {
  it('at 60 moments of a working desk damages nothing, loses nothing that was acknowledged, and sends nothing twice', () => {
    const report = runPowerCuts({ compiler: compiler ?? '', cuts: 60, rounds: 12, seed: 20_261_122 });
    expect(report).toMatchObject({ corrupt: [], lost: [], wouldSendTwice: [] });
    expect(report.syncs).toBeGreaterThan(50);
    expect(report.acknowledged).toBeGreaterThan(500);
  }, 120_000);

  it('on a disk that only says it synced loses something, and that is seen', () => {
    const report = runPowerCuts({ compiler: compiler ?? '', cuts: 20, rounds: 6, seed: 5, isDiskLying: true });
    expect(report.corrupt.length + report.lost.length).toBeGreaterThan(0);
  }, 120_000);
});
