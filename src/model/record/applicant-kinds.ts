/** How made-up applicants (办理人) of each type are called and known, by the code of the type (userProp). */
export interface ApplicantKind {
  /** What their names begin with; a number follows. */
  readonly name: string;
  /** Certificate type (userPageType): 居民身份证 or 统一社会信用代码. */
  readonly page: '111' | '001';
  /** Who registers an organisation, and as what (GB 32100): the first two characters of its code. */
  readonly registered: string;
}

const organisation = (name: string, registered: string): ApplicantKind => ({
  name: `模拟${name}`,
  page: '001',
  registered,
});

const firm = organisation('企业', '91');

const kinds: readonly (ApplicantKind | undefined)[] = [
  undefined,
  { name: '模拟用户', page: '111', registered: '' },
  firm,
  organisation('事业单位', '12'),
  organisation('社会组织', '51'),
  organisation('非法人企业', '91'),
  organisation('机关', '11'),
  undefined,
  undefined,
  organisation('其他组织', 'Y1'),
];

/** The kind of a type of applicants; what has no code of the list is printed as a firm. */
export const applicantKind = (userType: number): ApplicantKind => kinds[userType] ?? firm;

/** Beginnings of the made-up codes of organisations: who registers them, and an area that does not exist. */
export const organisationStarts: ReadonlySet<string> = new Set(
  kinds.flatMap((kind) => (kind?.page === '001' ? [organisationStart(kind)] : [])),
);

export function organisationStart({ registered }: ApplicantKind): string {
  return `${registered}990000`;
}
