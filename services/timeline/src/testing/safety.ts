/** Safety checks (R31), as specs ask for them. */

export const checkFields = `id title practice municipality notTicked endedAt viewerCanLead summary { status count }
  reports(first: 100) { totalCount nodes { id patient { id } patientName locality status isContradicted viewerCanReport powerEndsAt reportedByName all { id status reportedByName retractedAt } } }`;
export const start = `mutation ($input: SafetyCheckStartInput!) { safetyCheckStart(input: $input) { safetyCheck { ${checkFields} } userErrors { code field message } } }`;
export const submit = `mutation ($input: SafetyReportInput!) { safetyReportSubmit(input: $input) { replayed report { id status patientName reportedByName viewerCanRetract } userErrors { code field message } } }`;

export const look =
  'query ($code: String!) { municipalSafety(code: $code) { title forWhom practice expiresAt summary { status count } reports { patientName status reportedByName reportedByLabel } } }';
export const handOut =
  'mutation ($input: SafetyViewCreateInput!) { safetyViewCreate(input: $input) { code view { id expiresAt } userErrors { code field } } }';
export const extend =
  'mutation ($id: ID!, $hours: Int!) { safetyViewExtend(id: $id, hours: $hours) { view { expiresAt } userErrors { code field } } }';
export const revoke = 'mutation ($id: ID!) { safetyViewRevoke(id: $id) { view { revokedAt } userErrors { code field } } }';
