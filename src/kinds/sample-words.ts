/** What differs in the sample order from language to language: a customer at home, and what such a shop would sell them. */
interface SampleWords {
  /** BCP 47. */
  locale: string
  firstName: string
  lastName: string
  company: string
  /** Of the delivery, then of the invoice. */
  streets: [delivery: string, invoice: string]
  /** Second line of the delivery's address. */
  addition: string
  postalCode: string
  city: string
  region: string
  titles: [shirt: string, book: string, tea: string]
  variants: [shirt: string, tea: string]
  shipping: string
  tax: string
}

/** By language; in countries that pay in euros where the language has one. */
export const SAMPLE_WORDS: Readonly<Record<string, SampleWords>> = {
  de: {
    locale: "de-DE",
    firstName: "Jördis",
    lastName: "Petersen",
    company: "Segelmacherei Petersen",
    streets: ["Fährstraße 12", "Am Kai 3"],
    addition: "Hinterhaus",
    postalCode: "24939",
    city: "Flensburg",
    region: "Deutschland und Österreich",
    titles: ["Leinenhemd Amrum", "Kochbuch „Küche zwischen den Meeren“", "Friesentee Goldblatt"],
    variants: ["M / Weiß", "250 g"],
    shipping: "Standardversand",
    tax: "MwSt.",
  },
  en: {
    locale: "en-IE",
    firstName: "Aoife",
    lastName: "Brennan",
    company: "Brennan Sailmakers",
    streets: ["12 Ferry Road", "3 The Quay"],
    addition: "Apartment 4",
    postalCode: "P31 A002",
    city: "Cobh",
    region: "Ireland",
    titles: ["Linen shirt “Amrum”", "Cookbook “Kitchen Between the Seas”", "Frisian tea “Gold Leaf”"],
    variants: ["M / White", "250 g"],
    shipping: "Standard delivery",
    tax: "VAT",
  },
  fr: {
    locale: "fr-FR",
    firstName: "Maëlle",
    lastName: "Le Goff",
    company: "Voilerie Le Goff",
    streets: ["12 rue du Bac", "3 quai des Voiliers"],
    addition: "Bâtiment B",
    postalCode: "29200",
    city: "Brest",
    region: "France",
    titles: ["Chemise en lin Amrum", "Livre de cuisine « Entre les mers »", "Thé frison Feuille d’or"],
    variants: ["M / Blanc", "250 g"],
    shipping: "Livraison standard",
    tax: "TVA",
  },
  it: {
    locale: "it-IT",
    firstName: "Niccolò",
    lastName: "Parodi",
    company: "Veleria Parodi",
    streets: ["Via del Traghetto 12", "Calata Vela 3"],
    addition: "Scala B",
    postalCode: "16126",
    city: "Genova",
    region: "Italia",
    titles: ["Camicia di lino Amrum", "Libro di cucina «Tra due mari»", "Tè frisone Foglia d’oro"],
    variants: ["M / Bianco", "250 g"],
    shipping: "Spedizione standard",
    tax: "IVA",
  },
  es: {
    locale: "es-ES",
    firstName: "Begoña",
    lastName: "Ibáñez",
    company: "Velería Ibáñez",
    streets: ["Calle del Muelle 12", "Paseo de la Ría 3"],
    addition: "2.º izquierda",
    postalCode: "36201",
    city: "Vigo",
    region: "España",
    titles: ["Camisa de lino Amrum", "Libro de cocina «Entre dos mares»", "Té frisón Hoja de Oro"],
    variants: ["M / Blanco", "250 g"],
    shipping: "Envío estándar",
    tax: "IVA",
  },
  nl: {
    locale: "nl-NL",
    firstName: "Fleur",
    lastName: "de Vries",
    company: "Zeilmakerij De Vries",
    streets: ["Veerstraat 12", "Zeilkade 3"],
    addition: "2 hoog",
    postalCode: "8861 AB",
    city: "Harlingen",
    region: "Nederland",
    titles: ["Linnen overhemd Amrum", "Kookboek ‘Keuken tussen de zeeën’", "Friese thee Goudblad"],
    variants: ["M / Wit", "250 g"],
    shipping: "Standaardverzending",
    tax: "btw",
  },
  pl: {
    locale: "pl-PL",
    firstName: "Małgorzata",
    lastName: "Wiśniewska",
    company: "Żaglownia Wiśniewska",
    streets: ["ul. Promowa 12", "Nabrzeże Żeglarskie 3"],
    addition: "m. 4",
    postalCode: "81-374",
    city: "Gdynia",
    region: "Polska",
    titles: ["Koszula lniana Amrum", "Książka kucharska „Kuchnia między morzami”", "Herbata fryzyjska Złoty Liść"],
    variants: ["M / Biała", "250 g"],
    shipping: "Przesyłka standardowa",
    tax: "VAT",
  },
}
