/** The currency that money is written in: the open project's, won by default. */
class Currency {
  #code = $state('KRW');

  get code(): string {
    return this.#code;
  }

  set code(code: string) {
    this.#code = code;
  }
}

export const currency = new Currency();
