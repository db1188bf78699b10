"use strict";

// Swagger UI over the receiver's own document; nothing is asked of anybody else.
const place = document.getElementById("api");
SwaggerUIBundle({
  domNode: place,
  url: place.dataset.document,
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis],
  // No badge: it would ask a validator on the internet.
  validatorUrl: null,
  persistAuthorization: false,
});
