import type { Catalogue } from '../ko.ts';
import { iceTool } from './tools-ice.ts';
import { sampleSizeTool } from './tools-sample-size.ts';
import { significanceTool } from './tools-significance.ts';
import { winBackTool } from './tools-win-back.ts';

export const tools: Catalogue['tools'] = {
  index: {
    title: 'Calculators that need no data',
    lede: 'Every input is part of the address. Change the numbers, copy the address, and whoever opens it sees the same result.',
    open: 'Open an example',
  },
  frame: {
    inputs: 'Inputs',
    copyAddress: 'Copy address',
    addressCopied: 'Address copied. Opening it gives the same result.',
    addressNotCopied: 'The browser did not allow copying. Please copy from the address bar.',
    example:
      'Nothing has been entered yet, so these are example numbers. The address follows what you change.',
    all: 'All calculators',
    method: 'How it is computed',
    next: 'Next',
  },
  parameter: {
    missing: 'There is no value.',
    notANumber: (written: string) => `“${written}” cannot be read as a number.`,
    notWhole: (written: string) => `“${written}” must be a whole number.`,
    tooSmall: (written: string, limit: string) => `“${written}” must be ${limit} or more.`,
    notAbove: (written: string, limit: string) => `“${written}” must be more than ${limit}.`,
    tooLarge: (written: string, limit: string) => `“${written}” must be ${limit} or less.`,
    notBelow: (written: string, limit: string) => `“${written}” must be less than ${limit}.`,
    unknownChoice: (written: string) => `“${written}” is not one of the choices.`,
    malformed: (written: string) => `“${written}” does not have the right form.`,
    fallback: (value: string) => `The default, ${value}, is used.`,
  },
  reason: {
    'no-events': 'nobody responded in either arm, so there is nothing to compare',
    'all-events': 'everybody responded in both arms, so there is nothing to compare',
    'control-unreadable': 'the control cannot be read',
    'arm-unreadable': 'an input cannot be read',
    'no-control-events': 'nobody responded in the control, so a relative lift has no value',
    'control-mean-not-positive': 'the control mean is not above 0, so a relative lift has no value',
    'control-mean-not-distinguishable':
      'the control mean could be 0, so any relative lift is possible',
    'no-variation': 'neither arm varies, so there is nothing to compare',
    'too-few-arms': 'two arms are needed',
    'one-arm': 'two arms are needed',
    'invalid-lift': 'the difference is 0, or the response leaves 0 to 100%',
    'invalid-power': 'the power must be above the significance level',
    'effect-too-small': 'too small a difference to find even with a billion customers',
    'no-detectable-effect': 'at this size even a rise to 100% would not be found with this power',
    'out-of-numbers': 'beyond the range of numbers that can be computed',
    'invalid-size': 'both arms need at least one customer',
    'no-responses': 'nobody came back',
    'nobody-retained': 'nobody stayed',
    'no-cost': 'nothing was spent',
    'no-margin': 'the orders leave no margin',
    'never-breaks-even': 'not even a response of 100% would pay the costs',
    'too-large-to-count': 'too large to count every outcome; at this size the formulas agree',
    'too-large-for-exact':
      'too many customers for the exact test; at this size the score test is accurate',
    'no-difference-seen': 'the difference seen is 0',
    'never-significant': 'with this control and this size no result would be',
    'empty-cell': 'one of the counts is 0, so it has no value',
    'invalid-baseline': 'the control responded at 0% or 100%',
    unknown: 'cannot be computed from these inputs',
  },
  significance: significanceTool,
  sampleSize: sampleSizeTool,
  winBack: winBackTool,
  ice: iceTool,
};
