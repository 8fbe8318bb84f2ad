import { resubmitApplication } from '#kit/application/decide.ts';
import { badInput, conflict } from '#kit/errors.ts';
import { regencyOf } from '#kit/regionCode.ts';
import { orUserErrors } from '#kit/userErrors.ts';
import type { ResubmitCivilApplicationInput } from '../../generated/resolvers.ts';
import type { Context } from '../../loaders.ts';
import type { CivilApplicationRecord, CivilReport } from '../../model.ts';
import { stateBirth } from '../../rules/birthReport.ts';
import { stateDeath } from '../../rules/deathReport.ts';
import { stateMove } from '../../rules/moveReport.ts';
import type { Reporter, Stated } from '../../rules/stated.ts';
import { checkReport, handInDocuments } from './reported.ts';
import type { ApplicationPayload, UseCase } from './useCase.ts';

export const resubmitCivilApplication: UseCase<'resubmitCivilApplication'> = (_root, { input }, context) =>
  orUserErrors<ApplicationPayload>({ application: null }, async () => {
    const { desk, applicationById } = context.loaders;
    const application = await resubmitApplication(
      desk,
      (id) => applicationById.load(id),
      input.id,
      (file) => correct(file, input, context),
      input.note,
    );
    return { application };
  });

/** The file with what was corrected. All of it is checked as with a new report. */
async function correct(
  file: CivilApplicationRecord,
  input: ResubmitCivilApplicationInput,
  context: Context,
): Promise<CivilApplicationRecord> {
  const { report } = file;
  if (report === null) throw conflict('This was reported on paper. Please bring the correction to the counter.');
  assertOnlyOf(report.kind, input);
  const documentIds = [...new Set([...file.documentIds, ...(input.documentIds ?? [])])];
  const stated = await checkReport(
    {
      regionCode: file.regionCode,
      regionField: 'input.id',
      documentIds,
      corrected: file._id,
      path: `input.${report.kind.toLowerCase()}`,
      state: (reporter) => stateAgain(file, report, input, reporter),
    },
    context,
  );
  const corrected = { ...file, ...stated, documentIds };
  await handInDocuments(context)(corrected);
  return corrected;
}

/** What is stated now; what is left out stays as it was stated. */
function stateAgain(
  file: CivilApplicationRecord,
  report: CivilReport,
  { birth, death, move }: ResubmitCivilApplicationInput,
  reporter: Reporter,
): Stated {
  const { subjectId, eventDate, destinationVillageCode } = file;
  if (birth && report.kind === 'BIRTH') return stateBirth(birth, report.alsoIssue, reporter);
  if (death && report.kind === 'DEATH') return stateDeath(death, reporter);
  if (move && report.kind === 'MOVE') {
    if (regencyOf(move.originVillageCode) !== file.regionCode) {
      reporter.faults.add('Another office is competent there. Please ask anew.', `${reporter.path}.originVillageCode`);
    }
    return { ...stateMove(move, reporter), eventDate };
  }
  return { subjectId, eventDate, destinationVillageCode, report };
}

function assertOnlyOf(kind: CivilReport['kind'], { birth, death, move }: ResubmitCivilApplicationInput): void {
  const stated = { BIRTH: birth, DEATH: death, MOVE: move };
  for (const [other, facts] of Object.entries(stated)) {
    if (facts && other !== kind) throw badInput('This report is about another event.', `input.${other.toLowerCase()}`);
  }
}
