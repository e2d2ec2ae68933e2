import { columnsOf, type SampleTable } from './sample-table.ts';

export interface Product {
  readonly id: string;
  readonly nameKorean: string;
  readonly nameEnglish: string;
  readonly category: string;
  /** Won. */
  readonly price: number;
  /** Share of the price, 0..1. */
  readonly marginRate: number;
  /** Days until it is used up. */
  readonly cycleDays: number;
}

const lines = [
  { korean: '그린티', english: 'Green Tea', priceFactor: 1 },
  { korean: '쌀겨', english: 'Rice Bran', priceFactor: 0.8 },
  { korean: '동백', english: 'Camellia', priceFactor: 1.2 },
  { korean: '어성초', english: 'Heartleaf', priceFactor: 0.9 },
  { korean: '인삼', english: 'Ginseng', priceFactor: 1.6 },
];

const kinds = [
  ['클렌징', 45, '클렌징 폼', 'Cleansing Foam', 12_000, 0.55],
  ['클렌징', 45, '클렌징 오일', 'Cleansing Oil', 18_000, 0.5],
  ['스킨케어', 60, '토너', 'Toner', 20_000, 0.52],
  ['스킨케어', 60, '수분 크림', 'Moisture Cream', 28_000, 0.5],
  ['헤어케어', 70, '샴푸', 'Shampoo', 14_000, 0.42],
  ['헤어케어', 70, '트리트먼트', 'Hair Treatment', 16_000, 0.45],
  ['메이크업', 80, '쿠션', 'Cushion Foundation', 32_000, 0.48],
  ['메이크업', 80, '립 틴트', 'Lip Tint', 11_000, 0.58],
  ['바디케어', 55, '바디 워시', 'Body Wash', 13_000, 0.44],
  ['바디케어', 55, '바디 로션', 'Body Lotion', 17_000, 0.46],
  ['향수', 90, '오 드 퍼퓸', 'Eau de Parfum', 45_000, 0.6],
  ['향수', 90, '핸드 퍼퓸', 'Hand Perfume', 15_000, 0.56],
] as const;

/** The sixty products of the sample market: five lines of twelve kinds, in six categories. */
export const products: readonly Product[] = kinds.flatMap(
  ([category, cycleDays, korean, english, price, marginRate], kindIndex) =>
    lines.map((line, lineIndex) => ({
      id: `P${String(kindIndex * lines.length + lineIndex + 1).padStart(3, '0')}`,
      nameKorean: `${line.korean} ${korean}`,
      nameEnglish: `${line.english} ${english}`,
      category,
      price: Math.round((price * line.priceFactor) / 100) * 100,
      marginRate,
      cycleDays,
    })),
);

/** The categories and how often one is a customer's favourite. */
export const categoryWeights = {
  클렌징: 22,
  스킨케어: 30,
  헤어케어: 14,
  메이크업: 18,
  바디케어: 11,
  향수: 5,
};

export type Category = keyof typeof categoryWeights;

const shelves = new Map(
  Object.keys(categoryWeights).map((category) => [
    category,
    products.filter((product) => product.category === category),
  ]),
);

/** The products of a category. */
export function productsOf(category: Category): readonly Product[] {
  return shelves.get(category) ?? [];
}

/** Days between two purchases in a category. */
export function cycleDaysOf(category: Category): number {
  return productsOf(category)[0]?.cycleDays ?? NaN;
}

export function productTable(): SampleTable {
  return {
    name: 'products',
    columns: columnsOf({
      product_id: 'text',
      name_ko: 'text',
      name_en: 'text',
      category: 'text',
      price: 'integer',
      margin_rate: 'decimal',
      cycle_days: 'integer',
    }),
    rows: products.map((product) => [
      product.id,
      product.nameKorean,
      product.nameEnglish,
      product.category,
      product.price,
      product.marginRate,
      product.cycleDays,
    ]),
  };
}
