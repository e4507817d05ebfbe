import { Box, Text } from 'ink';
import SelectInput from 'ink-select-input';
import { memo, type ReactElement } from 'react';
import { sanitiseLine, sanitiseStyled } from '../../text/sanitise.ts';
import type { Frame } from '../compose.ts';
import type { Theme } from '../theme.ts';
import type { Block, Menu } from '../view.ts';
import { blockHeight } from '../view.ts';
import { style } from './markdown/ansi.ts';
import { isSameRow, type Row, type Span } from './row.ts';

/**
 * Draws a frame: exactly as many lines as the terminal has, so that nothing scrolls. The one place where text reaches the
 * terminal: whatever a screen forgot is made harmless here.
 */
export function FrameView({ frame, theme }: { frame: Frame; theme: Theme }): ReactElement {
  const { header, footer } = frame.chrome;
  const height = frame.height;
  return (
    <Box flexDirection="column">
      <Rows rows={header} theme={theme} />
      <Box flexDirection="column" height={height} overflowY="hidden">
        {frame.body.blocks
          .filter(block => blockHeight(block) > 0)
          .map((block, index) => (
            <BlockView key={`${index}-${'menu' in block}`} block={block} theme={theme} />
          ))}
      </Box>
      <Rows rows={footer} theme={theme} />
    </Box>
  );
}

function BlockView({ block, theme }: { block: Block; theme: Theme }): ReactElement {
  return 'rows' in block ? <Rows rows={block.rows} theme={theme} /> : <MenuView menu={block.menu} theme={theme} />;
}

function Rows({ rows, theme }: { rows: Row[]; theme: Theme }): ReactElement {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map((row, index) => (
        // Lines have no identity of their own; their place is it.
        <RowView key={index} row={row} theme={theme} />
      ))}
    </Box>
  );
}

type RowProps = { row: Row; theme: Theme };

/** A line; one that says what it said in the frame before is not drawn again. */
const RowView = memo(
  ({ row, theme }: RowProps): ReactElement => (
    <Text wrap="truncate">
      {row.every(span => span.text === '')
        ? ' '
        : row.map((span, at) => <SpanView key={at} span={span} theme={theme} />)}
    </Text>
  ),
  (before, after) => before.theme === after.theme && isSameRow(before.row, after.row),
);

/** The looks are written here rather than left to Ink, which sends none to terminals whose name it does not know. */
function SpanView({ span, theme }: { span: Span; theme: Theme }): ReactElement {
  if (span.styled) return <Text>{sanitiseStyled(span.text)}</Text>;
  const isBlank = !span.inverse && /^ *$/.test(span.text);
  const codes = isBlank ? [] : [span.tone && theme.colors[span.tone], span.bold && '1', span.inverse && '7'];
  return <Text>{style(...codes.filter(code => typeof code === 'string'))(sanitiseLine(span.text))}</Text>;
}

/** A short closed menu. It only shows: the position comes from the state, and so do all keys. */
function MenuView({ menu, theme }: { menu: Menu; theme: Theme }): ReactElement {
  const { labels, index, indent } = menu;
  const active = index !== undefined;
  return (
    <Box paddingLeft={indent} flexShrink={0}>
      <SelectInput
        key={`${index}-${labels.length}`}
        items={labels.map((label, at) => ({ key: String(at), label: sanitiseLine(label), value: at }))}
        initialIndex={index ?? 0}
        isFocused={false}
        indicatorComponent={({ isSelected }) => (
          <SpanView
            span={{ text: active && isSelected ? `${theme.marks.cursor} ` : '  ', tone: 'accent' }}
            theme={theme}
          />
        )}
        itemComponent={({ isSelected, label }) => (
          <Text wrap="truncate">
            <SpanView span={{ text: label, bold: active && (isSelected ?? false) }} theme={theme} />
          </Text>
        )}
      />
    </Box>
  );
}
