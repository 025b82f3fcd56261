import { deckFile } from '@/lib/export/deck';
import { packDocument } from '@/lib/export/pack';
import { figurePicture, pngBlob } from '@/lib/export/picture';
import { pictureFonts } from '@/lib/export/picture-font';
import { saveFile } from '@/lib/export/save';
import { xlsxFile } from '@/lib/export/xlsx';
import { context, figure } from './sample';

const tools = { deckFile, packDocument, figurePicture, pngBlob, pictureFonts, saveFile, xlsxFile, context, figure };

declare global {
  interface Window {
    tools: typeof tools;
  }
}

window.tools = tools;
