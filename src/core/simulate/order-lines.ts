import { createGenerator, type RandomGenerator } from '../random/generator.ts';
import { flip, pickBetween, pickOne } from './choices.ts';
import type { Buyer } from './people.ts';
import { type Product, products, productsOf } from './products.ts';
import { lineCount, orderCount, returnCount } from './sample-plan.ts';

/** An order before it has lines. */
export interface Order {
  readonly buyer: Buyer;
  readonly customerId: string;
  readonly day: number;
  readonly hour: number;
}

export interface OrderLine {
  readonly order: Order;
  readonly orderId: number;
  readonly product: Product;
  readonly quantity: number;
  /** Won at list price times a chance factor of 0.8 … 1.3, before the buyer's band and rounding. */
  readonly baseAmount: number;
  readonly isReturned: boolean;
}

const mostLinesPerOrder = 5;

/** Share of lines from the buyer's favourite category. */
const favouriteShare = 0.6;

/**
 * The lines of all orders in their sequence, without the lines that take something back: exactly those of the plan.
 * 25 lines, each the last of an order of two or more, are marked as returned later.
 */
export function drawOrderLines(orders: readonly Order[], seed: string): OrderLine[] {
  const generator = createGenerator(`${seed}/order-lines`);
  const lineCounts = drawLineCounts(orders.length, generator);
  const returned = drawReturnedOrders(lineCounts, generator);
  return orders.flatMap((order, index) =>
    drawProducts(order.buyer, lineCounts[index] ?? NaN, generator).map((product, place, all) => {
      const quantity = pickOne([1, 1, 1, 1, 1, 1, 1, 2, 2, 3], generator);
      return {
        order,
        orderId: index + 1,
        product,
        quantity,
        baseAmount: product.price * quantity * (0.8 + 0.5 * generator.nextShare()),
        isReturned: returned.has(index) && place === all.length - 1,
      };
    }),
  );
}

/** One line for every order; the further lines of the plan fall on orders taken at random. */
function drawLineCounts(orders: number, generator: RandomGenerator): number[] {
  const counts = new Array<number>(orders).fill(1);
  let furtherLines = lineCount - returnCount - orderCount;
  while (furtherLines > 0) {
    const index = generator.nextInteger(orders);
    const count = counts[index] ?? NaN;
    if (count === mostLinesPerOrder) continue;
    counts[index] = count + 1;
    furtherLines--;
  }
  return counts;
}

function drawReturnedOrders(
  lineCounts: readonly number[],
  generator: RandomGenerator,
): Set<number> {
  const orders = new Set<number>();
  while (orders.size < returnCount) {
    const index = pickBetween(0, lineCounts.length - 1, generator);
    if ((lineCounts[index] ?? 0) > 1) orders.add(index);
  }
  return orders;
}

/** Different products, most of them from the favourite category. */
function drawProducts(buyer: Buyer, count: number, generator: RandomGenerator): Product[] {
  const basket = new Set<Product>();
  while (basket.size < count) {
    const shelf = flip(favouriteShare, generator) ? productsOf(buyer.favourite) : products;
    basket.add(pickOne(shelf, generator));
  }
  return [...basket];
}
