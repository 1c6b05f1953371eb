/** Where each entry of the application is made. */
const pages: Record<string, string> = {
  districtId: '/apply',
  form: '/apply/kind',
  facilityKind: '/apply/kind#facilityKind',
  facilityName: '/apply/facility#facilityName',
  facilityNameKana: '/apply/facility#facilityNameKana',
  institutionCode: '/apply/facility#institutionCode',
  municipality: '/apply/place#municipality',
  address: '/apply/place#address',
  phone: '/apply/place#phone',
  fax: '/apply/place#fax',
  representativeName: '/apply/contact#representativeName',
  contactName: '/apply/contact#contactName',
  contactEmail: '/apply/contact#contactEmail',
  applicants: '/apply/people',
  pledge: '/apply/pledge',
};

/** @param path as `toFaults` gives it, e.g. `applicants.0.nameKana` */
export function pageOf(path: string): string {
  const [name = '', index, field] = path.split('.');
  if (name === 'applicants' && index !== undefined) return `/apply/people/${Number(index) + 1}${field ? `#${field}` : ''}`;
  return pages[name] ?? '/apply';
}
