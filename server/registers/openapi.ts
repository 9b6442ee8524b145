/** A description of the API, made from the definitions: OpenAPI 3.1. Pure. */
import type { Definition, Field } from './schema-definition.ts';

type Json = Record<string, unknown>;

const formats: Partial<Record<string, Json>> = {
  pinfl: { pattern: '^\\d{14}$' }, stir: { pattern: '^[2-9]\\d{8}$' }, passport: { pattern: '^[A-Z]{2}\\d{7}$' }, phone: { pattern: '^\\+998\\d{9}$' }, email: { format: 'email' }, vin: { pattern: '^[A-HJ-NPR-Z0-9]{17}$' },
  cadastralNumber: { pattern: '^\\d{2}(:\\d{2}){4}:\\d{4}(:\\d{4}(:\\d{3})?)?$' }, plate: { pattern: '^\\d{2}([A-Z]\\d{3}[A-Z]{2}|\\d{3}[A-Z]{3})$' },
};

function schemaOf(field: Field): Json {
  const shared = { title: field.label.en, description: [field.label.uz, field.label.ru, `Sensitivity: ${field.sensitivity}`].join('; ') };
  switch (field.type) {
    case 'text':
      return { ...shared, type: 'string', maxLength: field.maxLength, ...(field.check && formats[field.check]) };
    case 'integer':
      return { ...shared, type: 'integer', ...(field.min !== undefined && { minimum: field.min }), ...(field.max !== undefined && { maximum: field.max }) };
    case 'amount':
      return { ...shared, type: 'integer', minimum: 0 };
    case 'number':
      return { ...shared, type: 'number', ...(field.min !== undefined && { minimum: field.min }), ...(field.max !== undefined && { maximum: field.max }) };
    case 'boolean':
      return { ...shared, type: 'boolean' };
    case 'date':
      return { ...shared, type: 'string', format: 'date' };
    case 'code':
      return { ...shared, type: 'string', ...(field.options ? { enum: field.options.map(({ value }) => value) } : { 'x-classifier': field.classifier }) };
    case 'reference':
      return { ...shared, type: 'string', 'x-register': field.register };
    case 'share':
      return { ...shared, type: 'string', pattern: '^\\d+(/\\d+)?$' };
    case 'list':
      return { ...shared, type: 'array', maxItems: field.maxItems, items: objectOf(field.items) };
  }
}

/** JSON Schema of what a record holds. */
export function objectOf(fields: readonly Field[]): Json {
  const required = fields.filter(({ required: needed }) => needed).map(({ id }) => id);
  return { type: 'object', properties: Object.fromEntries(fields.map((field) => [field.id, schemaOf(field)])), ...(required.length > 0 && { required }) };
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): Json => ({ 'application/json': { schema } });
const header = (name: string, description: string): Json => ({ name, in: 'header', required: false, description, schema: { type: 'string' } });
const query = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({ name, in: 'query', required: false, description, schema });
const inPath = (name: string, description: string): Json => ({ name, in: 'path', required: true, description, schema: { type: 'string' } });

const common = [header('Information-Mediator-Client', 'Name of the calling system on the exchange; must be the one that the secret belongs to'), header('Purpose', 'What personal data are read for (percent-encoded); without it, the legal ground of the right')];
const times = [query('asOf', 'As it was on this day', { type: 'string', format: 'date' }), query('known', 'As it was known at this instant', { type: 'string', format: 'date-time' })];
const refusal: Json = { description: 'Refused: RFC 9457', content: { 'application/problem+json': { schema: ref('Problem') } } };

function operation(id: string, summary: string, { parameters = [], request, answer, status = '200' }: { parameters?: Json[]; request?: Json; answer?: Json; status?: string }): Json {
  return {
    operationId: id, summary, parameters: [...common, ...parameters], security: [{ secret: [] }],
    ...(request && { requestBody: { required: true, content: json(request) } }),
    responses: { [status]: { description: 'Done', ...(answer && { content: json(answer) }) }, default: refusal },
  };
}

const basis: Json = { ground: ref('Ground'), note: { type: 'string' }, validFrom: { type: 'string', format: 'date' }, validTo: { type: ['string', 'null'], format: 'date' }, correction: { type: 'boolean', description: 'What was recorded was wrong, as opposed to: things have changed' } };
const content = (schema: Json): Json => ({ type: 'object', properties: { content: schema }, required: ['content'] });
const body = (properties: Json, required: string[]): Json => ({ type: 'object', properties, required });

function pathsOf(definition: Definition): Json {
  const { id } = definition;
  const base = `/data/${id}/${definition.version}`;
  const record = ref(id);
  const some: Json = { type: 'object', description: 'Exact values of the key or of indexed fields' };
  const part: Json = { type: 'object', description: 'Fields that change; null takes a value away' };
  const indexed = [definition.key, ...definition.indexed, ...definition.unique];
  const key = inPath('id', 'Key of the record');
  return {
    [base]: {
      get: operation(`${id}.list`, `${definition.title.en}: list and search`, {
        parameters: [query('search', 'Words, in any script and spelling'), query('filter', 'Field that the search is for', { type: 'string', enum: indexed }), query('ordering', 'An indexed field, with - before it for the opposite order; or ascending, descending'), query('page', 'Number of the page', { type: 'integer', minimum: 1 }), query('page_size', 'Records on a page; also pageSize', { type: 'integer', minimum: 1, maximum: 200 }), query('cursor', 'From the address in “next”'), ...indexed.map((field) => query(`query.${field}`, 'Exact value')), ...times],
        answer: { type: 'object', properties: { count: { type: 'integer' }, countIsEstimate: { type: 'boolean' }, next: { type: ['string', 'null'] }, previous: { type: ['string', 'null'] }, results: { type: 'array', items: record } }, required: ['count', 'results'] },
      }),
    },
    [`${base}/create`]: { post: operation(`${id}.create`, 'Enter a record', { request: body({ write: content(record), ...basis }, ['write']), answer: content(record) }) },
    [`${base}/exists`]: { post: operation(`${id}.exists`, 'Whether there is such a record', { request: body({ query: content(some) }, ['query']), answer: { type: 'object', properties: { answer: { type: 'object', properties: { status: { type: 'boolean' }, message: { type: 'string' } }, required: ['status'] } }, required: ['answer'] } }) },
    [`${base}/read`]: { post: operation(`${id}.read`, 'Read one record', { parameters: times, request: body({ query: content(some) }, ['query']), answer: content(record) }) },
    [`${base}/update`]: { put: operation(`${id}.update`, 'Change one record', { parameters: [header('If-Match', 'ETag of the record that was read')], request: body({ query: content(some), write: content(part), ...basis }, ['write']), answer: content({ type: 'object' }) }) },
    [`${base}/update-or-create`]: { post: operation(`${id}.updateOrCreate`, 'Change a record, or enter it', { request: body({ query: content(some), write: content(part), ...basis }, ['write']), answer: content({ type: 'object' }) }) },
    [`${base}/update-entries`]: { put: operation(`${id}.updateEntries`, 'Change every record that fits, a thousand at most', { request: body({ query: content(some), write: content(part), ...basis }, ['query', 'write']), answer: { type: 'object', properties: { updated: { type: 'integer' } } } }) },
    [`${base}/{id}/delete`]: { delete: operation(`${id}.delete`, 'End the validity of a record today; nothing is deleted', { parameters: [key, header('If-Match', 'ETag of the record that was read')], status: '204' }) },
    [`${base}/{id}/read-value/{field}.{ext}`]: { get: operation(`${id}.readValue`, 'Read one field', { parameters: [key, inPath('field', 'Id of a field'), { ...inPath('ext', 'json or txt'), schema: { type: 'string', enum: ['json', 'txt'] } }, ...times], answer: { type: 'object', properties: { value: {} } } }) },
    [`${base}/{id}/history`]: { get: operation(`${id}.history`, 'Every act on a record and what it changed', { parameters: [key], answer: { type: 'object' } }) },
  };
}

const event: Json = { type: 'object', properties: { seq: { type: 'integer' }, register: { type: 'string' }, key: { type: 'string' }, kind: { type: 'string' }, revision: { type: 'integer' }, at: { type: 'string', format: 'date-time' }, data: { type: 'object' } } };

/** The whole API with the given registers. */
export function openApi(definitions: readonly Definition[]): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Yagona: registers', version: '1', description: 'Central databases as GovStack Digital Registries 1.3 describes them, with valid and recorded time. Every write states its ground; every reading of personal data is recorded and shown to the person concerned. The order of values is their record’s; nothing is ever deleted.', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/api/v1/registers' }],
    paths: {
      ...Object.assign({}, ...definitions.map(pathsOf)),
      '/data/MyPersonalDataUsage/1.0': { get: operation('personalDataUsage', 'Who has read the records of a person', { parameters: [{ ...query('userID', 'PINFL of the person'), required: true }, { ...query('DatabaseID', 'Id of the register'), required: true }], answer: { type: 'array', items: { type: 'object' } } }) },
      '/databases': { get: operation('databases', 'Registers, and what the caller may do with each', { answer: { type: 'array', items: { type: 'object' } } }) },
      '/database/{id}': { get: operation('database', 'The definition of a register, and the JSON Schema of its records', { parameters: [inPath('id', 'Id of the register')], answer: { type: 'object' } }) },
      '/database/modify': { post: operation('modifyDatabase', 'Create a register, or change its definition; 202 when records have to be migrated first', { request: body({ code: { type: 'string', description: 'Id of the register' }, version: { type: 'string', pattern: '^\\d+\\.\\d+$', description: 'The version that the caller has read; without it, a new register' }, definition: { type: 'object', description: 'As /database/{id} gives it' }, steps: { type: 'array', items: { type: 'object' }, description: 'How records are migrated: {kind: rename, from, to}, {kind: drop, field}, {kind: fill, field, value}' }, note: { type: 'string', minLength: 3, maxLength: 500 } }, ['code', 'definition', 'note']), answer: { type: 'object' } }) },
      '/subscriptions': { get: operation('subscriptions', 'Subscriptions of the caller', { parameters: [query('register', 'Id of a register')], answer: { type: 'object' } }), post: operation('subscribe', 'Follow the changes of a register', { request: { type: 'object' }, answer: { type: 'object', properties: { id: { type: 'string' }, secret: { type: ['string', 'null'] } } }, status: '201' }) },
      '/subscriptions/{id}': { delete: operation('unsubscribe', 'Follow no more', { parameters: [inPath('id', 'Id of the subscription')], status: '204' }) },
      '/subscriptions/{id}/changes': { get: operation('changes', 'Changes after a cursor; asking for the next ones acknowledges those before', { parameters: [inPath('id', 'Id of the subscription'), query('after', 'Cursor'), query('limit', 'Events at most', { type: 'integer' }), query('waitSeconds', 'How long to wait for the first', { type: 'integer' })], answer: { type: 'object', properties: { events: { type: 'array', items: event }, cursor: { type: 'integer' }, lag: { type: 'object' } } } }) },
    },
    components: {
      securitySchemes: { secret: { type: 'http', scheme: 'bearer', description: 'The secret of an API client' } },
      schemas: {
        ...Object.fromEntries(definitions.map((definition) => [definition.id, { title: definition.recordName.en, ...objectOf(definition.fields) }])),
        Ground: { type: 'object', properties: { kind: { type: 'string', enum: ['document', 'decision', 'event', 'application', 'report'] }, text: { type: 'string', minLength: 3, maxLength: 300 } }, required: ['kind', 'text'], description: 'On what a writing rests; without it, the legal ground of the right' },
        Problem: { type: 'object', properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, instance: { type: 'string' }, errors: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, reason: { type: 'string' }, value: { type: 'string' }, message: { type: 'string' } } } } }, required: ['type', 'title', 'status'] },
      },
    },
  };
}
