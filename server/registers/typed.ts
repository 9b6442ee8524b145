/** Records of shipped registers as the domains that use them know them. Pure. */
import type { RecordData } from './schema-definition.ts';
import type { Individual, LegalEntity } from './schema.ts';

const text = (data: RecordData, field: string): string => (typeof data[field] === 'string' ? data[field] : '');
const optional = (data: RecordData, field: string): string | null => (typeof data[field] === 'string' ? data[field] : null);

export function toIndividual(data: RecordData): Individual {
  return {
    pinfl: text(data, 'pinfl'),
    surname: text(data, 'surname'),
    givenName: text(data, 'givenName'),
    patronymic: optional(data, 'patronymic'),
    sex: data['sex'] === 'male' ? 'male' : 'female',
    birthDate: text(data, 'birthDate'),
    birthPlace: text(data, 'birthPlace'),
    passport: text(data, 'passport'),
    passportIssuedOn: text(data, 'passportIssuedOn'),
    passportExpiresOn: text(data, 'passportExpiresOn'),
    citizenship: text(data, 'citizenship'),
    regionCode: text(data, 'districtCode').slice(0, 4),
    districtCode: text(data, 'districtCode'),
    address: text(data, 'address'),
    spousePinfl: optional(data, 'spousePinfl'),
    motherPinfl: optional(data, 'motherPinfl'),
    fatherPinfl: optional(data, 'fatherPinfl'),
    phone: optional(data, 'phone'),
    diedOn: optional(data, 'diedOn'),
  };
}

/** A person as the register keeps them: without what they do not have, and without what is derived. */
export function individualData({ regionCode: _derived, ...person }: Individual): RecordData {
  return Object.fromEntries(Object.entries(person).flatMap(([id, value]) => (value === null ? [] : [[id, value]])));
}

export function toLegalEntity(data: RecordData): LegalEntity {
  const founders = Array.isArray(data['founders']) ? data['founders'] : [];
  return {
    stir: text(data, 'stir'),
    name: text(data, 'name'),
    legalForm: text(data, 'legalForm'),
    registeredOn: text(data, 'registeredOn'),
    directorPinfl: text(data, 'directorPinfl'),
    activityCode: text(data, 'activityCode'),
    districtCode: text(data, 'districtCode'),
    address: text(data, 'address'),
    charterCapital: typeof data['charterCapital'] === 'number' ? data['charterCapital'] : 0,
    state: data['state'] === 'closed' || data['state'] === 'liquidating' ? data['state'] : 'active',
    founders: founders.map((entry) => ({ share: text(entry, 'share'), ...(typeof entry['person'] === 'string' && { person: entry['person'] }), ...(typeof entry['entity'] === 'string' && { entity: entry['entity'] }) })),
  };
}
