import type { BusinessResolvers } from '../generated/resolvers.ts';

const mostPersons = 10;
const mostProjects = 20;
const mostLicenses = 50;

export const Business: BusinessResolvers = {
  __resolveReference: ({ nib }, { loaders }) => loaders.businessByNib.load(nib),

  nib: ({ _id }) => _id,
  taxpayer: ({ taxpayerId }) => (taxpayerId === null ? null : { id: taxpayerId }),
  responsiblePersons: ({ responsiblePersonIds }) => responsiblePersonIds.slice(0, mostPersons).map((id) => ({ id })),
  region: ({ regionPath }) => regionOf(regionPath),
  projects: ({ projects }) => projects.slice(0, mostProjects),
  licenses: async ({ _id }, _arguments, { loaders }) => (await loaders.licensesByNib.load(_id)).slice(0, mostLicenses),
};

/** The smallest of the regions that a record lies in. */
function regionOf(path: readonly string[]): { code: string } | null {
  const code = path.at(-1);
  return code === undefined ? null : { code };
}
