import { solveSymmetric } from '#core/stats/numerics/linear-algebra.ts';

/** What a regression expects of a customer, by his place. */
export type ResponseModel = (place: number) => number;

/**
 * The linear regression of the response on some variables, with a constant (ordinary least squares).
 * `values`: customers × variables; `takes`: whose answers it is fitted to. Null where nobody's are, or the variables are too
 * much alike to be told apart.
 * Source: normal equations around the means, solved by Cholesky's decomposition.
 * Example: responses 0, 0, 1, 1 at 0, 1, 2, 3 give -0.1 + 0.4 x.
 */
export function fitResponses(
  values: Float64Array,
  variables: number,
  responded: Uint8Array,
  takes: (place: number) => boolean,
): ResponseModel | null {
  const means = new Float64Array(variables);
  let [count, responses] = [0, 0];
  for (let place = 0; place < responded.length; place++) {
    if (!takes(place)) continue;
    count++;
    responses += responded[place] as number;
    for (let one = 0; one < variables; one++)
      means[one] = (means[one] as number) + (values[place * variables + one] as number);
  }
  if (count === 0) return null;
  for (let one = 0; one < variables; one++) means[one] = (means[one] as number) / count;
  const meanResponse = responses / count;
  const products = Array.from({ length: variables }, () => new Array<number>(variables).fill(0));
  const withResponse = new Array<number>(variables).fill(0);
  for (let place = 0; place < responded.length; place++) {
    if (!takes(place)) continue;
    const apart = (responded[place] as number) - meanResponse;
    for (let one = 0; one < variables; one++) {
      const own = (values[place * variables + one] as number) - (means[one] as number);
      if (own === 0) continue;
      withResponse[one] = (withResponse[one] as number) + own * apart;
      const row = products[one] as number[];
      for (let other = 0; other < variables; other++)
        row[other] =
          (row[other] as number) +
          own * ((values[place * variables + other] as number) - (means[other] as number));
    }
  }
  // A variable that never varies here says nothing: its slope comes out as 0.
  products.forEach((row, one) => (row[one] ||= 1));
  const slopes = solveSymmetric(products, withResponse);
  if (!slopes) return null;
  return (place) =>
    slopes.reduce(
      (sum, slope, one) =>
        sum + slope * ((values[place * variables + one] as number) - (means[one] as number)),
      meanResponse,
    );
}
