/** Applications as statistics count them, submitted and closed in January 2026 unless said otherwise. */

export const inside = new Date('2026-01-15T03:00:00.000Z');

export const application = (_id: string, facts: object) => ({
  _id,
  applicantId: `ctz-${_id}`,
  agencyCode: 'DJP',
  serviceCode: 'LETTER',
  channel: 'ONLINE',
  regionCode: '35.10',
  regions: ['35.10', '35'],
  mallId: null,
  status: 'ISSUED',
  createdAt: inside,
  submittedAt: inside,
  monthSubmitted: '2026-01',
  closing: null,
  ...facts,
});

export const closing = (workingHours: number, facts: object = {}) => ({
  closing: { at: inside, month: '2026-01', workingHours, pausedHours: 0, onTime: 1, autoApproved: 0, ...facts },
});
