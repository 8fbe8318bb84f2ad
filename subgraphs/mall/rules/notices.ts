import type { ApplicationStatus } from '#kit/application/lifecycle.ts';
import { opaqueId } from '#kit/opaqueId.ts';
import type { Application } from '../model/applications.ts';
import type { Notification } from '../model/citizens.ts';

/** What a citizen is told when an application reaches a state; nothing about a draft. */
const notices: Readonly<Record<Exclude<ApplicationStatus, 'DRAFT'>, { readonly id: string; readonly en: string }>> = {
  SUBMITTED: { id: 'Permohonan diterima', en: 'Application received' },
  AWAITING_PAYMENT: { id: 'Menunggu pembayaran', en: 'Waiting for payment' },
  DOCUMENT_CHECK: { id: 'Berkas sedang diperiksa', en: 'Documents are being checked' },
  RETURNED: { id: 'Perlu diperbaiki', en: 'Something has to be corrected' },
  VERIFICATION: { id: 'Sedang diverifikasi', en: 'Being verified' },
  FIELD_INSPECTION: { id: 'Menunggu pemeriksaan lapangan', en: 'An inspection is planned' },
  AWAITING_APPROVAL: { id: 'Menunggu persetujuan', en: 'Waiting for approval' },
  APPROVED: { id: 'Disetujui', en: 'Approved' },
  AUTO_APPROVED: { id: 'Disetujui otomatis', en: 'Approved automatically' },
  ISSUED: { id: 'Dokumen telah terbit', en: 'Document issued' },
  COMPLETED: { id: 'Selesai', en: 'Finished' },
  REJECTED: { id: 'Ditolak', en: 'Rejected' },
  WITHDRAWN: { id: 'Dibatalkan', en: 'Withdrawn' },
  EXPIRED: { id: 'Kedaluwarsa', en: 'Expired' },
};

/** The words of the notification about a state, in both languages; null when there is nothing to tell. */
export function noticeOf(
  status: ApplicationStatus,
  service: { readonly nameId: string; readonly nameEn: string },
): { readonly titleId: string; readonly titleEn: string } | null {
  if (status === 'DRAFT') return null;
  const { id, en } = notices[status];
  return { titleId: `${service.nameId}: ${id}`, titleEn: `${service.nameEn}: ${en}` };
}

/** What the submitter is told of the steps after `sequence`: one notification each, under an id that is always the same. */
export function notificationsAfter(
  sequence: number,
  envelope: Application,
  service: { readonly nameId: string; readonly nameEn: string },
): Notification[] {
  return envelope.steps.flatMap((step) => {
    const notice = step.sequence > sequence ? noticeOf(step.to, service) : null;
    if (!notice) return [];
    return [
      {
        _id: opaqueId('ntf', envelope._id, step.sequence),
        citizenId: envelope.submittedById,
        at: step.at,
        read: false,
        ...notice,
        applicationId: envelope._id,
      },
    ];
  });
}
