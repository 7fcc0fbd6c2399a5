import type { Bilingual } from '../../../model/language.ts';

/** What people say they want to do where a name ends in the word of an action: {thing} and {lost} stand for the thing, and for one that is lost. */
interface Deed extends Bilingual {
  /** End of the name of the item; the longest that fits counts. */
  readonly ending: string;
}

const deed = (ending: string, zh: string, en: string): Deed => ({ ending, zh, en });

/** Deeds by the words of actions of item families, longer words first. */
export const deeds: readonly Deed[] = [
  deed('首次登记', '办{thing}', 'get {thing}'),
  deed('变更登记', '改{thing}登记', 'change the registration of {thing}'),
  deed('注销登记', '注销{thing}', 'cancel {thing}'),
  deed('更正登记', '改{thing}上的错字', 'fix a mistake on {thing}'),
  deed('设立登记', '注册{thing}', 'set up {thing}'),
  deed('变更备案', '改{thing}备案', 'change the filing of {thing}'),
  deed('信息变更', '改{thing}资料', 'change my details on {thing}'),
  deed('证明开具', '开{thing}证明', 'get proof of {thing}'),
  deed('核发', '办{thing}', 'get {thing}'),
  deed('核准', '办{thing}', 'get {thing}'),
  deed('签订', '签{thing}', 'sign {thing}'),
  deed('变更', '改{thing}信息', 'change details on {thing}'),
  deed('延续', '续办{thing}', 'renew {thing}'),
  deed('注销', '注销{thing}', 'cancel {thing}'),
  deed('补证', '补办{thing}', 'replace {lost}'),
  deed('备案', '给{thing}备案', 'register {thing}'),
  deed('申领', '领{thing}', 'claim {thing}'),
  deed('申请', '申请{thing}', 'apply for {thing}'),
  deed('终止', '停掉{thing}', 'stop {thing}'),
  deed('认定', '评{thing}', 'get {thing}'),
  deed('查询', '查{thing}', 'look up {thing}'),
  deed('打印', '打印{thing}', 'print {thing}'),
  deed('申报', '报{thing}', 'apply for {thing}'),
  deed('报名', '报{thing}', 'sign up for {thing}'),
  deed('预约', '约{thing}', 'book {thing}'),
  deed('开户', '开通{thing}', 'open {thing}'),
  deed('', '办{thing}', 'get {thing}'),
];
