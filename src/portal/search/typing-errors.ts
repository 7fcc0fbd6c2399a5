/** What a pinyin keyboard offers in the place of a word of the same or nearly the same sound, and characters often mistaken. */
const mixUps: readonly (readonly [meant: string, typed: string])[] = [
  ['登记', '登计'],
  ['登记', '等级'],
  ['注册', '注测'],
  ['注销', '驻销'],
  ['变更', '便更'],
  ['变更', '变跟'],
  ['延续', '沿续'],
  ['申领', '申令'],
  ['申请', '深请'],
  ['申报', '申抱'],
  ['备案', '备按'],
  ['备案', '被案'],
  ['许可', '许克'],
  ['核发', '合发'],
  ['核准', '合准'],
  ['审批', '审披'],
  ['审查', '审察'],
  ['认定', '任定'],
  ['认证', '认正'],
  ['鉴定', '签定'],
  ['查询', '查寻'],
  ['打印', '打映'],
  ['补证', '补正'],
  ['证明', '证名'],
  ['预约', '予约'],
  ['报名', '报明'],
  ['资格', '资各'],
  ['资质', '资制'],
  ['经营', '经赢'],
  ['执业', '职业'],
  ['职业', '执业'],
  ['执业', '执叶'],
  ['证书', '正书'],
  ['护照', '护罩'],
  ['驾驶证', '驾使证'],
  ['身份证', '身分证'],
  ['居住证', '居住征'],
  ['公积金', '公基金'],
  ['缴存', '交存'],
  ['补贴', '补帖'],
  ['津贴', '津帖'],
  ['补助', '补住'],
  ['医疗', '医料'],
  ['医师', '衣师'],
  ['护士', '护氏'],
  ['保险', '保现'],
  ['社会保障', '社会保证'],
  ['报销', '报消'],
  ['生育', '生欲'],
  ['户口', '护口'],
  ['户籍', '户藉'],
  ['结婚', '节婚'],
  ['婚姻', '婚因'],
  ['公证', '公正'],
  ['租赁', '租凭'],
  ['抵押', '低押'],
  ['转移', '转意'],
  ['转让', '转嚷'],
  ['贷款', '代款'],
  ['契税', '锲税'],
  ['发票', '发漂'],
  ['燃气', '然气'],
  ['报装', '包装'],
  ['教师', '叫师'],
  ['残疾', '残急'],
  ['养老', '养劳'],
  ['失业', '事业'],
  ['就业', '就叶'],
  ['工伤', '公伤'],
  ['施工', '施公'],
  ['建设', '建社'],
  ['卫生', '为生'],
  ['烟草', '烟操'],
  ['娱乐', '愉乐'],
  ['旅馆', '旅管'],
  ['幼儿园', '幼儿圆'],
  ['排污', '排乌'],
  ['检验', '捡验'],
  ['检疫', '检役'],
  ['兽药', '售药'],
  ['农药', '浓药'],
  ['危险', '危现'],
  ['运输', '运书'],
  ['道路', '道陆'],
  ['机动车', '机动撤'],
  ['竣工', '峻工'],
  ['验收', '检收'],
  ['档案', '挡案'],
  ['账户', '帐户'],
  ['养殖', '养植'],
  ['救助', '求助'],
];

/** Characters by which names of one family differ (用水、用电；补领、换领): nobody leaves out what the whole name is about. */
const TELLING = /[水电气补换销册正变过开]/;

/** The name with each mix-up that it has a word for. */
const mixedUp = (name: string): string[] =>
  mixUps.filter(([meant]) => name.includes(meant)).map(([meant, typed]) => name.replace(meant, typed));

const withoutCharacter = (text: string, at: number): string => text.slice(0, at) + text.slice(at + 1);

const withSwapped = (text: string, at: number): string =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

/** Places in a text from a first to before a last one. */
const places = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Places of characters that may be left out: not the first one, and not in a name that is hardly known without. */
const dispensable = (name: string): number[] =>
  name.length < LONG_ENOUGH ? [] : places(1, name.length).filter((at) => !TELLING.test(name.charAt(at)));

/** Places of characters that differ from the next one. */
const swappable = (text: string, from: number, to: number): number[] =>
  places(from, to).filter((at) => text.charAt(at) !== text.charAt(at + 1));

/** Shares of kinds of errors in typed Chinese, of 1: another word of the same sound, a character left out; the rest in the wrong order. */
const MIXED_UP = 0.6;
const LEFT_OUT = 0.25;

/** Shortest name that is still known without one of its characters. */
const LONG_ENOUGH = 4;

/** The entry of a list at a place in (0, 1). */
const at = <T>(list: readonly T[], place: number): T | undefined => list[Math.floor(place * list.length)];

/**
 * The Chinese name of an item with one typing error: `kind` and `place`, uniform in (0, 1), choose what is wrong and where. A name that has
 * no room for the kind chosen has one of the next; one that has room for none stays as it is.
 */
export function mistyped(name: string, kind: number, place: number): string {
  const other = kind < MIXED_UP ? at(mixedUp(name), place) : undefined;
  if (other !== undefined) return other;
  const gap = kind < MIXED_UP + LEFT_OUT ? at(dispensable(name), place) : undefined;
  if (gap !== undefined) return withoutCharacter(name, gap);
  const swap = at(swappable(name, 0, name.length - 1), place);
  return swap === undefined ? name : withSwapped(name, swap);
}

/** Words that are long enough for a slip that leaves them readable. */
const LONG_WORD = /[a-z]{5,}/gi;

/** The English name with a letter left out or two letters swapped within a longer word, never its first letter. */
export function mistypedEnglish(name: string, place: number): string {
  const words = [...name.matchAll(LONG_WORD)];
  const inner = words.flatMap(({ 0: word, index }) => places(index + 1, index + word.length - 1));
  const swaps = words.flatMap(({ 0: word, index }) => swappable(name, index + 1, index + word.length - 1));
  const chosen = Math.floor(place * (inner.length + swaps.length));
  const [gap, swap] = [inner[chosen], swaps[chosen - inner.length]];
  return gap !== undefined
    ? withoutCharacter(name, gap)
    : swap !== undefined
      ? withSwapped(name, swap)
      : name;
}
