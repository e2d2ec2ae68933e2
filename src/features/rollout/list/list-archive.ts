import { version } from '$app/env';
import { channelOf } from '#core/design/channel.ts';
import type { Experiment } from '#core/history/project-document.ts';
import { rolloutManifest } from '#core/rollout/list/rollout-manifest.ts';
import { carrotWaves, type RolloutList } from '#core/rollout/list/rollout-list.ts';
import { firstDay, waveDays, type ProcessSheet } from '#core/rollout/process.ts';
import { rolloutListWords } from '#text/rollout-list/rollout-list-words.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import { channelName } from './channel-name.ts';

type Files = Parameters<typeof workspace.ask<'rollout-files'>>[1]['files'];
type Asked = Omit<Parameters<typeof workspace.ask<'rollout-list'>>[1], 'file'>;

/** The record of a list, as the text of a JSON file; null without the customer table. */
export function recordText(experiment: Experiment, list: RolloutList): string | null {
  const { source, document } = workspace;
  const table = document?.tables.find(({ name }) => name === source?.table);
  if (!source || !table) return null;
  const { assignment, rollout } = experiment;
  const earlier = rollout?.lists.slice(0, rollout.lists.findIndex(({ id }) => id === list.id)) ?? []; // prettier-ignore
  const waves = assignment ? [assignment, ...assignment.topUps] : [];
  const record = rolloutManifest({
    appVersion: version,
    experimentName: experiment.name,
    list,
    data: { table: table.label, idColumn: source.idColumn, rows: table.rowCount },
    before: [...waves, ...earlier].map(({ listFingerprint }) => listFingerprint),
  });
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The days of the waves by arm of the design, as the process sheet has them; none while its first day is open. */
export function daysByArm(list: RolloutList, sheet: ProcessSheet): readonly (readonly string[])[] {
  // prettier-ignore
  const rows = carrotWaves(list);
  const first = firstDay(sheet, list.design.brief);
  return list.design.arms.map(({ id }) => {
    const waves = rows.find(({ arm }) => arm === id)?.waves ?? [];
    const used = waves.findLastIndex((size) => size > 0) + 1;
    return first === null ? [] : waveDays(first, used, sheet);
  });
}

/** What a list's lines say, beside the wanted customer columns; null without customers. */
export function listRequest(
  list: RolloutList,
  columns: readonly string[],
  days: readonly (readonly string[])[],
): Asked | null {
  const { source } = workspace;
  if (!source) return null;
  const t = rolloutListWords();
  return {
    source,
    design: list.design,
    list: list.id,
    counts: list.counts,
    columns,
    headers: t.files.headers,
    channels: list.design.arms.map((arm) => {
      const channel = channelOf(list.design, arm);
      return channel ? channelName(channel) : '';
    }),
    holdoutName: t.holdout.name,
    days,
  };
}

/** A file for every carrot and its channel, one for every channel of several carrots, and the monitoring holdout. */
export function listFiles(experiment: string, list: RolloutList): Files {
  const t = rolloutListWords();
  const { design } = list;
  const given = carrotWaves(list).map(({ arm }) => design.arms.findIndex(({ id }) => id === arm));
  const file = (part: string, arms: number[], toFill: readonly string[]) => ({
    fileName: `${t.files.listName(experiment, part)}.csv`,
    arms,
    toFill,
  });
  const byChannel = design.channels.flatMap((channel) => {
    const arms = given.filter((place) => design.arms[place]?.channel === channel.id);
    const name = channelName(channel);
    const single = arms.map((place) => file(`${design.arms[place]?.name ?? ''} ${name}`, [place], t.files.toFill)); // prettier-ignore
    return arms.length > 1 ? [...single, file(name, arms, t.files.toFill)] : single;
  });
  return [...byChannel, file(t.holdout.name, [0], [])];
}
