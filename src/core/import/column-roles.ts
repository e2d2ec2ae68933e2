import type { ColumnKind, ColumnRole, TableRole } from './column.ts';

/** What a role is guessed from. `distinct` counts the different non-empty values that were looked at. */
export interface RoleEvidence {
  readonly header: string;
  readonly kind: ColumnKind;
  readonly distinct: number;
}

interface RoleRule {
  readonly role: ColumnRole;
  readonly header: RegExp;
  readonly fits: (column: RoleEvidence) => boolean;
}

const isNumber = ({ kind }: RoleEvidence) => kind === 'integer' || kind === 'decimal';
const isDate = ({ kind }: RoleEvidence) => kind === 'date';
const isName = ({ kind }: RoleEvidence) => kind === 'text' || kind === 'integer';
const isFew = (column: RoleEvidence) =>
  isName(column) && column.distinct >= 2 && column.distinct <= 20;
const isYesNo = ({ kind }: RoleEvidence) => kind === 'boolean';

/** In order of trust: the first column that fulfils a rule takes the role. Headers are without spaces, `_`, `-` and case. */
const rules: readonly RoleRule[] = [
  {
    role: 'customer-id',
    header:
      /^((customer|cust|client|member|user|person|household)(id|no|num|number|code|key)|cid|uid)$/,
    fits: isName,
  },
  { role: 'customer-id', header: /^(고객|회원)(id|번호|아이디|코드|식별.*|no)$/, fits: isName },
  {
    role: 'last-purchase',
    header: /^(last|latest|recent)(purchase|order|buy|transaction|visit)(ed|d)?(date|dt|day|at)?$/,
    fits: isDate,
  },
  {
    role: 'last-purchase',
    header: /^(최종|최근|마지막)(구매|주문|거래|방문)(일|일자|날짜|일시)?$/,
    fits: isDate,
  },
  {
    role: 'signup-date',
    header: /^(signup|signedup|join|joined|regist|enrol|created|가입|등록|회원가입)/,
    fits: isDate,
  },
  {
    role: 'order-date',
    header:
      /^(order|purchase|transaction|invoice|sales?|payment|paid|주문|구매|거래|결제|판매)(ed)?(date|dt|day|at|time|datetime|일|일자|날짜|일시)$|^(date|일자|날짜)$/,
    fits: isDate,
  },
  {
    role: 'order-id',
    header:
      /^(order|invoice|receipt|transaction|basket)(id|no|num|number|code)?$|^(주문|전표|영수증|거래|송장)(번호|id|코드)$/,
    fits: isName,
  },
  {
    role: 'points',
    header:
      /^(누적|보유|잔여|가용|적립)?(포인트|마일리지|적립금)(잔액|점수)?$|points?|mileage|rewardbalance/,
    fits: isNumber,
  },
  {
    role: 'amount',
    header:
      /^(amount|revenue|spend|spent|sales|total|totalamount|orderamount|ordervalue|salesamount|payment|paidamount)$|금액$|매출액?$|^구매액$|^결제액$/,
    fits: isNumber,
  },
  {
    role: 'region',
    header: /^(region|province|state|city|area|지역|시도|거주지|거주지역|권역)$/,
    fits: isName,
  },
  {
    role: 'consent',
    header:
      /^(마케팅|광고|문자|sms|이메일|메일|email|푸시|앱푸시|카카오|알림톡|친구톡|톡|홍보|개인정보|제3자|선택|필수)*(수신|활용|이용)?(동의|허용)(여부|yn|유무)?$|(consent|optin|subscribed)|^agreed?/,
    fits: (column) => isYesNo(column) || isFew(column),
  },
  {
    role: 'channel',
    header:
      /^(구매|주문|판매|유입|가입|발송|선호|접촉|주이용|주)?채널(명|구분|유형)?$|^(유입|주문)경로$|^(order|sales|purchase|contact|preferred|signup|main|acquisition)?channel(name|type)?$/,
    fits: (column) => column.kind === 'text' && column.distinct <= 50,
  },
  {
    role: 'arm',
    header:
      /^(arm|variant|variation|treatment|testgroup|expgroup|experimentgroup|armname|배정군|실험군|처리군|시험군|집단|실험집단)$/,
    fits: isFew,
  },
  { role: 'arm', header: /^(segment|group|campaigngroup|offer|cell|그룹|군)$/, fits: isFew },
  {
    role: 'outcome',
    header:
      /^(visit|visited|conversion|converted|respon|purchased?|bought|click|open)|반응|응답|전환|방문|구매/,
    fits: isYesNo,
  },
];

/**
 * Guesses what each column means from its header and kind, and with it what the table is. Each role is given once; an
 * arm without an outcome is dropped, because a segment of a customer list is not an experiment.
 * `rivals`: for each column that has a role the places of columns without one that could play it as well.
 * Example: the headers customer_id, order_date, amount give a table of 'transactions'.
 */
export function guessRoles(columns: readonly RoleEvidence[]): {
  roles: ColumnRole[];
  rivals: number[][];
  tableRole: TableRole;
} {
  const roles = columns.map((): ColumnRole => 'none');
  const names = columns.map(({ header }) => header.toLowerCase().replace(/[\s_\-.()]/g, ''));
  for (const rule of rules) {
    if (roles.includes(rule.role)) continue;
    const index = columns.findIndex(
      (column, at) =>
        roles[at] === 'none' && rule.header.test(names[at] ?? '') && rule.fits(column),
    );
    if (index >= 0) roles[index] = rule.role;
  }
  const has = (role: ColumnRole) => roles.includes(role);
  if (!has('customer-id') && !(has('arm') && has('outcome'))) {
    const id = columns.findIndex((column, at) => names[at] === 'id' && isName(column));
    if (id >= 0 && roles[id] === 'none') roles[id] = 'customer-id';
  }
  const isExperiment = has('arm') && has('outcome');
  const kept = roles.map((role): ColumnRole => (role === 'arm' && !isExperiment ? 'none' : role));
  const couldPlay = (role: ColumnRole, place: number) =>
    kept[place] === 'none' &&
    rules.some(
      (rule) =>
        rule.role === role &&
        rule.header.test(names[place] ?? '') &&
        rule.fits(columns[place] as RoleEvidence),
    );
  return {
    roles: kept,
    rivals: kept.map((role) =>
      role === 'none' ? [] : [...columns.keys()].filter((place) => couldPlay(role, place)),
    ),
    tableRole: isExperiment ? 'experiment' : tableRoleOf(has),
  };
}

function tableRoleOf(has: (role: ColumnRole) => boolean): TableRole {
  if (has('customer-id') && (has('last-purchase') || has('signup-date') || has('points'))) {
    return 'customers';
  }
  if (has('customer-id') && (has('order-id') || has('order-date'))) return 'transactions';
  if (has('customer-id') && has('outcome')) return 'experiment';
  return has('customer-id') ? 'customers' : 'other';
}
