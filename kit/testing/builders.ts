import type { Principal } from '../principal.ts';
import { citizenScopes } from '../sandbox/cast.ts';
import { places } from '../sandbox/places.ts';
import type { SyntheticHousehold, SyntheticPerson } from '../sandbox/population.ts';
import { opaqueId } from '../sandbox/random.ts';

let made = 0;

/** A citizen for a test: `aCitizen().livingIn('35.10').bornOn('1990-05-17').build()`. */
export function aCitizen() {
  return new CitizenBuilder();
}

class CitizenBuilder {
  private facts: SyntheticPerson = {
    id: opaqueId('ctz', 'test', ++made),
    nik: `351001170590${9000 + (made % 1000)}`,
    persona: null,
    fullName: `Contoh Warga ${made}`,
    sex: 'MALE',
    birthDate: '1990-05-17',
    birthPlace: 'Banyuwangi',
    occupationCode: '15',
    relationship: 'HEAD',
    deceased: false,
    nib: null,
    taxpayerId: null,
  };
  private regency = '35.10';

  named(fullName: string): this {
    return this.with({ fullName });
  }

  bornOn(birthDate: string): this {
    return this.with({ birthDate });
  }

  ofSex(sex: 'MALE' | 'FEMALE'): this {
    return this.with({ sex });
  }

  livingIn(regency: string): this {
    this.regency = regency;
    return this;
  }

  with(facts: Partial<SyntheticPerson>): this {
    this.facts = { ...this.facts, ...facts };
    return this;
  }

  build(): SyntheticPerson {
    return this.facts;
  }

  /** The citizen alone on a family card, in a village of the regency. @throws Error when no village of it is known */
  household(): SyntheticHousehold {
    const place = places.find(({ villageCode }) => villageCode.startsWith(`${this.regency}.`));
    if (!place) throw new Error(`The sandbox knows no village of ${this.regency}.`);
    return {
      id: opaqueId('fam', this.facts.id),
      cardNumber: `${place.villageCode.slice(0, 8).replaceAll('.', '')}010115${9000 + (made % 1000)}`,
      place,
      street: 'Jalan Contoh No. 1',
      rt: '001',
      rw: '002',
      members: [this.facts],
    };
  }
}

/** The principal of a citizen's own token. */
export function asCitizen(id: string): Principal {
  return { kind: 'citizen', id, scopes: [...citizenScopes] };
}

/** The principal of an officer's token. */
export function asOfficer(agency: string, region: string, scopes: string[]): Principal {
  return { kind: 'officer', id: `off-${agency}-${region}`, agency, region, scopes };
}
