"""The pack as a tagged PDF to print: a form, cards to cut out, two circles; at A4 and in large print."""
