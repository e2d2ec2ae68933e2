const refusal =
  /거부|차단|금지|미동의|비동의|donot(contact|call|e?mail|disturb)|^dn[cd]$|opt(ed)?out|unsubscri|suppress|blacklist|blocked/;
const consent = /동의|허용|consent|opt(ed)?in|subscri|permission|^agreed?/;
/** Consents that are not about being contacted. */
const otherConsent = /개인정보|제3자|위탁|약관|필수|privacy|terms/;

/**
 * Whether a column by its header holds a consent to be contacted, or a refusal; null for neither. Korean and English,
 * without regard to case, blanks, `_`, `-`, `.` and brackets.
 * Example: `consentKind('SMS 수신동의')` is 'consent', `consentKind('do_not_contact')` is 'refusal'.
 */
export function consentKind(header: string): 'consent' | 'refusal' | null {
  const name = header.toLowerCase().replace(/[\s_\-.()[\]]/g, '');
  if (otherConsent.test(name)) return null;
  if (refusal.test(name)) return 'refusal';
  return consent.test(name) ? 'consent' : null;
}
