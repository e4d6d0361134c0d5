// What every page needs. A page's own behaviours register themselves from its `scripts` block.
import "./elements/acknowledged.js";
import "./elements/arrived.js";
import "./elements/autosave.js";
import "./elements/confirm.js";
import "./elements/copy.js";
import "./elements/count.js";
import "./elements/form-draft.js";
import "./elements/here.js";
import "./elements/local-time.js";
import "./elements/offline.js";
import "./elements/recovered.js";

document.documentElement.classList.add("js");
