import type { RootContent } from 'mdast';
import { plain } from '../markdown/inline.ts';
import { headingText } from '../markdown/nodes.ts';
import type { ReportModel } from '../report-model.ts';

/** The title of a document: what was assessed, as the person named it, then what kind of document it is. */
export function documentTitle({ assessment }: ReportModel, kind: string): RootContent {
  return { type: 'heading', depth: 1, children: plain(headingText(`${assessment.name} ${kind}`)) };
}
