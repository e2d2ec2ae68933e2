import type { DesignOutlook } from '../ko/design-outlook.ts';

export const designOutlook: DesignOutlook = {
  failed: 'This could not be worked out. Change the design a little to try again.',
  notYet: 'Worked out once the sample fits.',
  wait: 'Working it out…',
  undo: { earnings: 'Change what is expected to be earned', size: 'Change the sample size' },
  dial: {
    profitPerResponse: 'What one response leaves',
    profitPerResponseHint:
      'Order value × margin, e.g. 30,000 × 30% = 9,000. Do not take off the contact or the reward here.',
    ask: 'Say what one response leaves, and you see how many customers to test on so that this list earns most.',
    question: 'Power for the question',
    assumptions: 'Assumptions: how much true effects may differ',
    assumptionsNote:
      'All are standard deviations. Until you say otherwise: half the least rise between carrots, a quarter of it between cells, a tenth of the holdout response.',
    meanLift: 'Mean rise of a carrot',
    meanLiftHint: 'Empty: what the design expects of each carrot',
    liftSpread: 'Difference between carrots',
    liftSpreadHint: 'The larger, the more a test is worth',
    cellSpread: 'Difference of one carrot between cells',
    cellSpreadHint: 'How much better it works in some cells than in others',
    baselineSpread: 'Doubt about the holdout response',
    baselineSpreadHint: 'How far off the stated response may be',
    history: {
      label: 'What past experiments say',
      found: (carrots, experiments, mean, spread) =>
        `From ${carrots} carrots of past experiments (${experiments}): a mean rise of ${mean}, and true differences between carrots with a standard deviation of ${spread}.`,
      inUse: 'These values are in use.',
      use: 'Use history',
      own: 'Back to my own judgement',
      none: 'No other experiment has been read yet, so the values are your own judgement. With the results of three carrots they can be taken from history.',
    },
    verdict: {
      larger: (size, gain) =>
        `This list earns most with ${size} customers in the test. Testing more than now leaves ${gain} more on average.`,
      smaller: (size, gain) =>
        `This list earns most with ${size} customers in the test. The present plan is larger and leaves ${gain} less on average.`,
      near: (size) =>
        `This list earns most with ${size} customers in the test, which is about where the plan is.`,
    },
    position: { plan: 'This plan', power: (power) => `Power of ${power}`, profit: 'Most profit' },
    size: 'Sample',
    profit: 'Expected profit of the list',
    worth: 'Against sending untested',
    regret: 'Short of knowing the truth',
    error: 'Chance not to choose the best',
    plusMinus: (error) => `± ${error}`,
    use: (size) => `Change to ${size}`,
    here: 'The size of this plan',
    chart: {
      title: 'What is left by how many are tested',
      sub: 'Across: customers in the test (log scale). Up: expected profit of the whole list, test and rollout together',
      label: (positions) => `Expected profit over the sample size. ${positions}`,
      mark: (name, size) => `${name}: ${size}`,
      without: (profit) => `Sent untested ${profit}`,
      perfect: (profit) => `If the truth were known ${profit}`,
      sizeAxis: 'Customers in the test',
      size: 'Sample',
      profit: 'Expected profit',
    },
    note: 'After the test everybody else gets the one that looks best, which may be nothing at all. The profit includes responses that come by themselves.',
    explain: {
      size: 'Customers in the test with the holdout; cells and arms keep the proportions of this plan.',
      profit:
        'The mean profit during the test and after it, when the rest of the list gets what looked best.',
      worth:
        'Against sending everybody what looks best by what is known today, without a test: what the test is worth.',
      regret:
        'The mean of what would have been earned besides if the best carrot had been known from the start.',
      error:
        'The chance that what the rest of the list gets is not truly the best. Where the difference is small, so is the loss. ± is the standard error of the simulation.',
      method: 'Test & Roll: the mean over true effects drawn from the (normal) prior',
      source: 'Feit & Berman (2019), Marketing Science 38',
      prior:
        'The variance between carrots by DerSimonian & Laird’s moments, carrots taken as independent.',
      priorMean: 'Mean rise of past carrots',
      priorMeanMeaning:
        'The weighted mean rise over the holdout, over all customers who were contacted.',
      priorSpread: 'True difference between carrots',
      priorSpreadMeaning: 'The standard deviation between carrots that chance does not explain.',
      pastCarrots: 'Carrots it rests on',
      pastCarrotsMeaning:
        'Carrots that were compared with a holdout in other experiments whose results were read.',
    },
  },
  run: {
    repetitions: 'Repetitions',
    times: (count) => count,
    seed: 'Seed',
    seedHint: 'The same seed and repetitions give the same figures',
    start: 'Run the simulation',
    again: 'Run again',
    cancel: 'Stop',
    progress: (done, all) => `${done} of ${all}`,
    intro:
      'The computer runs this plan many times over, each time once as if no carrot did anything and once with the effects expected, and reads the result every time.',
    stale: 'The plan has changed. These figures are of the plan before.',
    simulated: (count, seed) =>
      `${count} simulated runs, seed ${seed}. ± is the standard error of the simulation; a share that was the same in every run has its 95% limit instead.`,
    atMost: (share) => `at most ${share}`,
    atLeast: (share) => `at least ${share}`,
    enumerated: (count) => `All ${count} possible outcomes were counted, without error.`,
    family: 'Chance that some question says “yes” though nothing works',
    familyNote: (questions, alpha) =>
      `Over all ${questions} questions. One question alone has about ${alpha}.`,
    caption: 'The long run of each question',
    question: 'Question',
    falseAlarm: 'Says “yes” though nothing works',
    power: 'Finds what is expected',
    signError: 'Found, but the wrong way round',
    exaggeration: 'Found effect looks larger by',
    timesUnit: '×',
    nothing: 'nothing expected',
    joint: 'judged together',
    notFound: 'never found',
    notNull: 'not 0 even then',
    leftOut: (questions) => `Left out, since nobody can be asked: ${questions}`,
    rule: {
      title: 'If you then decide like this',
      text: 'Everybody eligible gets the carrot that earns most among those that are significant and seem to pay; if there is none, nothing is sent.',
      profit: 'Expected profit',
      perfect: 'If the truth were known',
      rolledOut: 'Chance that something is sent',
      loss: 'Chance that what is sent truly loses',
      exaggeration: 'The chosen carrot looks larger by',
      never: 'nothing was sent',
      unknown:
        'Say in the profit dial above what one response leaves, and the expected profit of deciding by the result is worked out too.',
      notAsked:
        'No question asks whether any carrot beats the holdout, so the rule for the rollout was left out.',
    },
    explain: {
      family:
        'Of the runs in which every carrot does what the holdout does, the share in which any question is significant (family-wise error rate).',
      falseAlarm:
        'Of the runs in which every carrot does what the holdout does, the share in which this question is significant.',
      power:
        'Of the runs with the effects expected, the share in which this question is significant.',
      signError: 'Of significant differences, the share that point the wrong way (type S error).',
      exaggeration:
        'How many times the true difference significant ones looked like, on average (type M error). In small samples only lucky results are significant, so they look too large.',
      ruleProfit:
        'What everybody eligible leaves on average beyond sending nothing, after contacts and rewards; the test itself is not charged.',
      perfect:
        'The profit of always choosing the carrot that earns most if the expected effects are true.',
      rolledOut: 'Of the runs, the share in which some carrot is sent to everybody.',
      loss: 'Of the rollouts, the share of a carrot that costs more than it earns if the expected effects are true.',
      ruleExaggeration:
        'How many times its true effect the chosen carrot looked like, on average. The rollout falls short by as much (the winner’s curse).',
      method:
        'Responders drawn from binomials at the planned sample; each question by Wald’s test (two arms: pooled variance)',
      source: 'Gelman & Carlin (2014), Perspectives on Psychological Science 9',
    },
  },
  problem: {
    'earnings-unknown': 'Say first what one response leaves.',
    'shares-impossible':
      'Holdout response and expected rise do not lie between 0% and 100% together. Check the assumptions.',
    'no-questions':
      'No question of this plan has anything to find. Check the questions or the expected rise.',
    'invalid-prior':
      'With these assumptions the response leaves 0% to 100%. Check the rise and the standard deviations.',
    'negative-cost': 'Contact and reward costs must be 0 or more.',
    'too-few-arms': 'There must be at least two arms to compare.',
    'invalid-mean': 'What one response leaves is too large to be worked with.',
    'invalid-standard-deviation':
      'What one response leaves equals a reward, or is too large: profits cannot be told apart.',
    'invalid-proportions': 'This plan draws nobody. Set the sample first.',
    'invalid-population': 'There are no customers in the quota table.',
    'invalid-size': (most) => `At these proportions at most ${most} customers can be tested.`,
    'invalid-repetitions': 'Repetitions must be a whole number from 1 to 1,000,000.',
    'no-effect-expected':
      'No difference is expected for this question, so no size gives it that power.',
    'wrong-direction':
      'The difference expected points the other way, so no size gives it that power.',
    'list-too-short': (wanted, most) =>
      `It would take ${wanted} customers; at these proportions there are ${most} at most.`,
    'testing-does-not-pay':
      'Every size earns less than sending what looks best today. A test does not pay here.',
    'too-few-experiments': (carrots, fewest) =>
      `Past experiments compared ${carrots} of the ${fewest} carrots that it takes to say how much they differ. Until then the values are your own judgement.`,
    'no-variation': (mean) =>
      `Past carrots rose by ${mean} on average, but differ by no more than chance explains, so their true differences are not known.`,
    'invalid-effect': 'The results of past experiments are too unlike in size to be pooled.',
    'no-holdout': 'Without a holdout there is no “nothing works” to compare with.',
    'no-carrot': 'There is no carrot to compare. Add one.',
    'no-arms': 'There are no arms.',
    'no-cells': 'There is no cell. Check the levels of the attributes.',
    'plan-unfit': 'Cells and arms do not fit each other. It is worked out after the next count.',
    'count-not-whole': 'The sample must be whole numbers.',
    'empty-groups': 'Cells or arms that this question needs have no customers.',
    'question-unfit':
      'The question is about an arm or attribute that this plan does not have. Change the question.',
    'invalid-alpha': 'The significance level must lie between 0% and 50%.',
    'invalid-power': 'The power must lie between the significance level and 100%.',
    'dependent-contrasts':
      'The question asks for the same difference twice and cannot be tested as one.',
    'too-large-to-enumerate': (outcomes) =>
      `There are ${outcomes} possible outcomes, too many to count one by one.`,
    cancelled: (done) => `Stopped at run ${done}. No figures were kept.`,
  },
  joined: (names) => names.join('; '),
};
