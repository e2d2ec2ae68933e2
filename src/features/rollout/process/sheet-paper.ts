import type { Experiment } from '#core/history/project-document.ts';
import type { RolloutList } from '#core/rollout/list/rollout-list.ts';
import { processChecks, windowOf, type ProcessSheet } from '#core/rollout/process.ts';
import { rolloutProcessWords } from '#text/rollout-process/rollout-process-words.ts';
import { csvText } from '#ui/table-export.ts';
import { channelName } from '../list/channel-name.ts';
import { sendings } from './schedule.ts';

/** The process sheet of a list as a table file: what was said line by line, then what goes out when. */
export function processPaper(
  experiment: Pick<Experiment, 'name'>,
  list: RolloutList,
  sheet: ProcessSheet,
): { fileName: string; text: string } {
  const t = rolloutProcessWords();
  const { fields, schedule } = t;
  const { design } = list;
  const nameOf = (id: string | null) => {
    const channel = design.channels.find((each) => each.id === id);
    return channel ? channelName(channel) : '';
  };
  const said: (string | number)[][] = [
    [t.sheet.program, experiment.name],
    [t.sheet.purpose, design.brief.purpose],
    [fields.organisation, sheet.organisation],
    [fields.responsible, sheet.responsible],
    [t.sheet.hours, `${sheet.sendFrom}–${sheet.sendUntil}`],
    [fields.window, windowOf(sheet, design.brief) ?? schedule.open],
    [fields.code, sheet.responseCode],
    [fields.file, sheet.responseFile],
    [fields.fileSender, sheet.responseSender],
    ...processChecks.map((check) => [
      t.checks[check],
      sheet.checks.includes(check) ? t.sheet.done : t.sheet.notYet,
    ]),
    [fields.memo, sheet.memo],
  ];
  const head = [schedule.carrot, schedule.channel, schedule.sender, schedule.wave, schedule.customers, schedule.reward, schedule.day, schedule.until]; // prettier-ignore
  const sent = sendings(list, sheet).map((each) => [
    each.name,
    nameOf(each.channel),
    senderOf(sheet, each.channel),
    each.wave,
    each.customers,
    design.arms[each.place]?.costPerReward ?? '',
    each.day ?? schedule.open,
    each.until ?? schedule.open,
  ]);
  return {
    fileName: t.sheet.fileName(experiment.name),
    text: csvText([...said, [], head, ...sent]),
  };
}

/** Who sends by a channel: as somebody said, or else the organisation itself. */
export function senderOf(sheet: ProcessSheet, channel: string | null): string {
  const said = sheet.senders.find((sender) => sender.channel === channel)?.name ?? '';
  return said === '' ? sheet.organisation : said;
}
