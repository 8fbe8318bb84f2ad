/** What somebody asks for who registers a company whose name is the key of the request, so that any second one of it shows. */
export function businessNamed(key: string): object {
  return {
    idempotencyKey: key,
    actorType: 'ENTITY',
    entityType: 'LIMITED_COMPANY',
    name: `PT ${key}`,
    scale: 'MICRO',
    regionCode: '35.10.13.2001',
    address: 'Jalan Contoh 12',
    projects: [{ kbli: '56102', regionCode: '35.10.13.2001', investment: '15000000', workersLocal: 1 }],
  };
}

/** The key of a company's name. */
export function keyOf(name: string): string {
  return name.replace(/^PT /, '');
}
