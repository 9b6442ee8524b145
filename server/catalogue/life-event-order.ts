/**
 * The order in which people usually need the services of a life event. What an event has besides these
 * follows, the most asked for first.
 */
const order: Readonly<Record<string, readonly string[]>> = {
  birth: ['child-birth-registration', 'paternity-registration', 'childbirth-lump-sum', 'child-allowance', 'id-card', 'polyclinic-appointment', 'kindergarten-enrolment'],
  marriage: ['marriage-registration', 'name-change', 'id-card', 'biometric-passport', 'permanent-residence-registration', 'divorce-registration'],
  school: ['kindergarten-enrolment', 'school-first-grade-enrolment', 'medical-certificate-086', 'school-transfer', 'national-language-certificate', 'university-admission', 'student-loan', 'foreign-diploma-recognition'],
  job: ['job-seeker-registration', 'unemployment-benefit', 'vocational-training', 'self-employed-registration', 'criminal-record-certificate', 'electronic-employment-record', 'labour-dispute-appeal'],
  home: ['property-absence-certificate', 'mortgage-subsidy', 'land-plot-auction', 'building-permit-individual-house', 'electricity-connection', 'gas-connection', 'water-connection', 'building-commissioning', 'cadastre-passport', 'property-right-registration', 'cadastre-extract', 'mortgage-tax-refund', 'permanent-residence-registration'],
  car: ['driving-licence-exam', 'customs-cargo-registration', 'vehicle-registration', 'number-plate-auction', 'vehicle-inspection', 'traffic-fines', 'driving-licence-renewal', 'taxi-licence-card'],
  'start-business': ['electronic-signature', 'company-name-reservation', 'individual-entrepreneur-registration', 'legal-entity-registration', 'self-employed-registration', 'trademark-registration', 'online-cash-register', 'it-park-residency'],
  'going-abroad': ['biometric-passport', 'criminal-record-certificate', 'civil-status-certificate-reissue', 'apostille', 'labour-migrant-registration', 'consular-registration'],
  retirement: ['length-of-service-certificate', 'archive-certificate', 'electronic-employment-record', 'retirement-pension', 'pension-recalculation'],
  'health-problem': ['polyclinic-appointment', 'disability-assessment'],
  bereavement: ['death-registration', 'funeral-benefit', 'inheritance-case-search', 'property-right-registration'],
  moving: ['permanent-residence-registration', 'temporary-residence-registration', 'address-certificate', 'school-transfer', 'kindergarten-enrolment'],
};

/** Puts the services of a life event into the order of a guide. */
export function inGuideOrder<T extends { id: string }>(eventId: string, services: readonly T[]): T[] {
  const places = order[eventId] ?? [];
  const place = ({ id }: T) => (places.includes(id) ? places.indexOf(id) : places.length);
  return [...services].sort((a, b) => place(a) - place(b));
}
