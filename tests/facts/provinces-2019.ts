/**
 * The provincial total index of 2019 with its ranks, as reprinted at kuaihz.com/tid6/tid77_1390422.html from
 * 《省级政府和重点城市网上政务服务能力调查评估报告（2020）》. The Corps is printed without a value. The text of the report counts
 * 8 units above 90, 15 from 80 to 90, and 9 below.
 */
export const provinces2019: readonly { name: string; score: number | null; printedRank: number }[] = [
  { name: '浙江', score: 96.73, printedRank: 1 },
  { name: '广东', score: 96.73, printedRank: 1 },
  { name: '上海', score: 93.93, printedRank: 2 },
  { name: '江苏', score: 91.9, printedRank: 3 },
  { name: '贵州', score: 91.9, printedRank: 3 },
  { name: '北京', score: 91.33, printedRank: 4 },
  { name: '安徽', score: 90.82, printedRank: 5 },
  { name: '福建', score: 91.11, printedRank: 6 },
  { name: '四川', score: 88.31, printedRank: 7 },
  { name: '湖北', score: 87.91, printedRank: 8 },
  { name: '河南', score: 87, printedRank: 9 },
  { name: '河北', score: 86.62, printedRank: 10 },
  { name: '湖南', score: 83.66, printedRank: 11 },
  { name: '江西', score: 83.32, printedRank: 12 },
  { name: '重庆', score: 83.14, printedRank: 13 },
  { name: '宁夏', score: 82.83, printedRank: 14 },
  { name: '广西', score: 82.66, printedRank: 15 },
  { name: '云南', score: 81.57, printedRank: 16 },
  { name: '天津', score: 81.49, printedRank: 17 },
  { name: '海南', score: 81.02, printedRank: 18 },
  { name: '辽宁', score: 80.88, printedRank: 19 },
  { name: '山西', score: 80.34, printedRank: 20 },
  { name: '内蒙古', score: 80.29, printedRank: 21 },
  { name: '山东', score: 79.04, printedRank: 22 },
  { name: '黑龙江', score: 77.93, printedRank: 23 },
  { name: '陕西', score: 77.22, printedRank: 24 },
  { name: '吉林', score: 76.56, printedRank: 25 },
  { name: '西藏', score: 76.28, printedRank: 26 },
  { name: '青海', score: 75.95, printedRank: 27 },
  { name: '新疆生产建设兵团', score: null, printedRank: 28 },
  { name: '甘肃', score: 75.28, printedRank: 29 },
  { name: '新疆', score: 74.07, printedRank: 30 },
];
