import { notFound } from '#kit/errors.ts';
import type { Context } from '../../loaders.ts';
import type { TaxApplicationRecord, TaxServiceKind, TaxStatement } from '../../model.ts';
import { checkTaxRequest, type StatedFacts } from '../../rules/newApplication.ts';

/** What is asked for, and by whom. */
export interface Request {
  readonly kind: TaxServiceKind;
  readonly applicantId: string;
  readonly stated: StatedFacts;
  readonly documentIds: readonly string[];
  /** Whether it is handed in anew, so that the same must not be open already. */
  readonly isNew: boolean;
}

/** What a request came to. */
export interface Checked {
  readonly taxpayerId: string | null;
  /** The regency whose office decides. */
  readonly regionCode: string;
  readonly statement: TaxStatement;
}

/** Checks all of a request at once against the register and the documents. @throws ManyFaults */
export async function checkRequest(request: Request, { loaders, now }: Context): Promise<Checked> {
  const { kind, applicantId, stated, documentIds, isNew } = request;
  const taxpayer = await loaders.taxpayerOfCitizen.load(applicantId);
  const office = stated.regionCode ? await loaders.officeOfRegion(stated.regionCode.slice(0, 5)) : null;
  const documents = await Promise.all(documentIds.map((id) => loaders.documents.upload.load(id)));
  checkTaxRequest({
    kind,
    stated,
    taxpayer,
    returns: taxpayer ? await loaders.returnsOfTaxpayer.load(taxpayer._id) : [],
    office,
    documents: documents.map((document) => (document?.ownerId === applicantId ? document : null)),
    hasOpen: isNew && (await loaders.hasOpenApplication(applicantId, kind)),
    now,
  });
  const keeps = taxpayer ? await loaders.officeByCode.load(taxpayer.office.code) : office;
  if (!keeps) throw notFound('Your tax office takes no applications here yet.');
  return {
    taxpayerId: taxpayer?._id ?? null,
    regionCode: keeps.regionCode,
    statement: {
      nik: stated.nik ?? null,
      name: stated.name?.trim() ?? null,
      address: stated.address?.trim() ?? null,
      office: office && { code: office._id, name: office.name },
      receipts: (stated.receipts ?? []).map(({ form, taxYear, filedOn, receiptNumber, balance }) => ({
        form,
        taxYear,
        filedOn,
        receiptNumber,
        balance,
      })),
    },
  };
}

/** Hands the documents of an application in, so that its office may read them. */
export function handInDocuments({ loaders }: Context) {
  return ({ _id, applicantId, documentIds, regionCode }: TaxApplicationRecord) =>
    loaders.documents.handIn(
      { ownerId: applicantId, documentIds, field: 'input.documentIds' },
      { id: _id, regionPath: [regionCode.slice(0, 2), regionCode] },
    );
}
