import type { Feature } from 'write-excel-file/universal';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import type { Book, BookSheet, Link } from './book';
import { escapeMarkup } from './neutral';

interface LinkedCell {
  readonly address: string;
  readonly link: Link;
  readonly id: string;
}

function linkedCells(sheet: BookSheet | undefined): LinkedCell[] {
  return (sheet?.rows ?? []).flatMap((row, down) =>
    row.flatMap((cell, across) => {
      if (cell?.kind !== 'text' || !cell.link) return [];
      const address = getCellAddress(down, across);
      return [{ address, link: cell.link, id: `link${address}` }];
    }),
  );
}

/** Excel refuses a link of more than 2,079 characters, and the file with it. */
const followable = ({ link }: LinkedCell) => !('url' in link) || link.url.length <= 2079;

/** Links of cells: the writing library has none of its own. */
export function links(book: Book): Feature<Blob> {
  const cells = book.sheets.map((sheet) => linkedCells(sheet).filter(followable));
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _, { sheetIndex }) {
            const markup = (cells[sheetIndex] ?? []).map(({ address, link, id }) =>
              'url' in link
                ? `<hyperlink ref="${address}" r:id="${id}"/>`
                : `<hyperlink ref="${address}" location="'${escapeMarkup(link.sheet)}'!A1" display="${escapeMarkup(link.sheet)}"/>`,
            );
            if (markup.length === 0) return xml;
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              `<hyperlinks>${markup.join('')}</hyperlinks>`,
              getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [],
              'worksheet',
            );
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            (cells[sheetIndex] ?? [])
              .map(({ link, id }) =>
                'url' in link
                  ? `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeMarkup(link.url)}" TargetMode="External"/>`
                  : '',
              )
              .join(''),
        },
      },
    },
  };
}
