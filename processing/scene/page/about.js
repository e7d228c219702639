// What stands in 说明: method, data, privacy; print uses the same sentences.
import { grouped } from './format.js';
import { privacyWords } from './why.js';

/** How coverage was judged, sentence by sentence, with the values of this run. */
export function methodParagraphs({ model, state, t, say }) {
  const { meta } = model;
  const { language } = state.get();
  if (!meta.hasLedger) return [t('no_ledger')];
  const estimate = meta.method === 'estimate';
  return [
    t('method_standard', { standard: meta.standard[language] }),
    estimate ? t('method_estimate', { factor: String(meta.detourFactor) }) : t('method_network'),
    t('method_walker', { walker: meta.walker[language], speed: say.oneDecimal(meta.walker.speed) }),
    t(`method_direction_${meta.direction ?? 'to_facility'}`),
    estimate ? '' : t('method_snap', { metres: say.metres(meta.snapLimit) }),
    weightSentence({ model, t }),
    estimate ? '' : t(meta.targetSource ? `method_target_${meta.targetSource}` : 'no_target'),
    estimate ? '' : t('reach_is_land'),
    t('method_lod'),
  ].filter(Boolean);
}

function weightSentence({ model, t }) {
  const { meta } = model;
  const sources = meta.weightSources ?? {};
  const all = Object.values(sources).reduce((sum, count) => sum + count, 0);
  if (!all) return '';
  const parts = ['given', 'estimated', 'default'].filter((source) => sources[source]).map((source) => t(`weight_${source}`, { count: grouped(sources[source]) }));
  return t('method_weight', { parts: parts.join(t('list_comma')), persons: String(meta.personsPerHousehold) });
}

/** What is in the file of people, and that nothing leaves it. */
export function privacyParagraphs(page) {
  const { model, t } = page;
  const { statement } = model;
  return [
    privacyWords(page),
    statement?.suppressed_counts ? t('privacy_suppressed', { count: grouped(statement.suppressed_counts) }) : '',
    model.meta.publication ? t('public_left_out') : t('privacy_finest'),
    t('privacy_nothing_stored'),
    t('no_network'),
  ].filter(Boolean);
}

/** Where the data come from: [[label, value]]. */
export function dataPairs({ model, t, say, about }) {
  const { meta } = model;
  const problems = Object.entries(meta.problems ?? {}).map(([severity, count]) => t(`problems_${severity}`, { count: grouped(count) }));
  return [
    [t('data_date'), meta.date || '—'],
    [t('crs'), meta.crs ? t('crs_plain', { crs: meta.crs }) : '—'],
    [t('buildings'), say.plain(model.counts.buildings ?? 0)],
    [t('doorplates'), say.plain(model.counts.doorplates ?? 0)],
    [t('facilities'), say.plain(model.counts.facilities ?? 0)],
    [t('problems'), problems.length ? problems.join(t('list_comma')) : t('none')],
    [t('run'), meta.run || '—'],
    [t('made_with'), ['Community 3D', about.bundle && `deck.gl ${about.bundle.deck} (MIT)`, about.bundle && `pydeck ${about.bundle.pydeck} (Apache-2.0)`].filter(Boolean).join(' · ')],
    [t('checksum'), about.parts?.length ? about.parts.map((part) => (part.crc >>> 0).toString(16).padStart(8, '0'))[0] : '—'],
  ];
}
