import type { LoaderRequest } from '#kit/subgraph.ts';
import { type StoredConsent, sealedConsent } from '../model/citizens.ts';
import { sealedComplaint } from '../model/complaints.ts';
import type {
  ApplicationRecord,
  ComplaintRecord,
  ConsentRecord,
  MallModels,
  NotificationRecord,
  SurveyRecord,
} from '../model.ts';

/** Changes to what belongs to one citizen. */
export function citizenChanges({ models, vault, now }: LoaderRequest<MallModels>) {
  const { Application, Complaint, Consent, Notification, Survey } = models;
  const consents = vault.of(sealedConsent);

  /** Asked after the mark, so that of two answers at once neither is the only one: statistics count too few, never too many. */
  async function isOnlyAnswer(applicantId: string, month: string): Promise<boolean> {
    const answered = { people: applicantId, applicantId, surveyedMonth: month };
    return (await Application.countDocuments(answered).limit(2)) === 1;
  }

  return {
    async keepConsent(consent: ConsentRecord): Promise<ConsentRecord> {
      await Consent.create(consents.seal(consent));
      return consent;
    },

    /** Takes back a live consent of the citizen; null when there is none. Its end is written once. */
    async endConsent(id: string, citizenId: string): Promise<ConsentRecord | null> {
      const live = { _id: id, citizenId, revokedAt: null };
      const ended = await Consent.findOneAndUpdate(
        live,
        { $set: { revokedAt: now } },
        { returnDocument: 'after' },
      ).lean<StoredConsent | null>();
      return ended && consents.open(ended);
    },

    async keepComplaint(complaint: ComplaintRecord): Promise<ComplaintRecord> {
      await Complaint.create(vault.of(sealedComplaint).seal(complaint));
      return complaint;
    },

    /** Marks the citizen's own of these as read, and gives them. */
    async markRead(ids: readonly string[], citizenId: string): Promise<NotificationRecord[]> {
      const own = { _id: { $in: [...ids] }, citizenId };
      await Notification.updateMany(own, { $set: { read: true } });
      return Notification.find(own).sort({ at: -1, _id: -1 }).lean<NotificationRecord[]>();
    },

    /**
     * Takes the answers to the survey of an application. @returns false when somebody was quicker
     *
     * The application is marked first, so that two answers at once cannot both count; answers that could not be written
     * then unmark it. Nothing in the answers leads back to the application.
     */
    async keepSurvey(
      { _id, applicantId }: ApplicationRecord,
      answers: Omit<SurveyRecord, 'firstOfMonth'>,
    ): Promise<boolean> {
      const mark = { surveyed: true, surveyedMonth: answers.month };
      const marked = await Application.updateOne({ _id, surveyed: false }, { $set: mark });
      if (marked.modifiedCount === 0) return false;
      try {
        const firstOfMonth = (await isOnlyAnswer(applicantId, answers.month)) ? 1 : 0;
        await Survey.create({ ...answers, firstOfMonth });
        return true;
      } catch (error) {
        const unmark = { surveyed: false, surveyedMonth: null };
        await Application.updateOne({ _id, surveyed: true }, { $set: unmark });
        throw error;
      }
    },
  };
}
