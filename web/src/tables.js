// Sortable tables: every table.sortable of the page.
import { makeSortable } from "./sort.js";

for (const table of document.querySelectorAll("table.sortable")) makeSortable(table);
