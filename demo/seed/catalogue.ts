/** What the demo shop sells. Prices are in major units and include tax. */
export interface CatalogueProduct {
  title: string
  subtitle: string
  description: string
  handle: string
  /** File in demo/pictures. */
  picture: string
  /** Food has the reduced tax rate. */
  type: "Lebensmittel" | "Zubehör"
  /** Name of the option that variants differ in, with a variant for each value. */
  option: string
  variants: { value: string; sku: string; prices: { eur: number; chf: number; gbp: number } }[]
  /** Absent: in every sales channel. */
  onlyIn?: "Onlineshop" | "B2B-Shop"
}

const price = (eur: number) => ({ eur, chf: Math.round(eur * 1.1 * 20) / 20, gbp: Math.round(eur * 0.9 * 100) / 100 })

export const CATALOGUE: CatalogueProduct[] = [
  {
    title: "Espresso „Morgenrot“",
    subtitle: "Kräftig, mit Noten von Zartbitter und gerösteter Haselnuss",
    description: "Unsere Hausmischung aus Brasilien und Äthiopien, im Trommelröster langsam geröstet.",
    handle: "espresso-morgenrot",
    picture: "espresso-morgenrot.jpg",
    type: "Lebensmittel",
    option: "Gewicht",
    variants: [
      { value: "250 g", sku: "ESP-MOR-250", prices: price(8.9) },
      { value: "1 kg", sku: "ESP-MOR-1000", prices: price(29.9) },
      { value: "5 kg", sku: "ESP-MOR-5000", prices: price(129) },
    ],
  },
  {
    title: "Filterkaffee „Küstennebel“",
    subtitle: "Mild und klar, mit Pfirsich und Bergamotte",
    description: "Gewaschener Kaffee aus Yirgacheffe, hell geröstet für Handfilter und Maschine.",
    handle: "filterkaffee-kuestennebel",
    picture: "filterkaffee-kuestennebel.jpg",
    type: "Lebensmittel",
    option: "Gewicht",
    variants: [
      { value: "250 g", sku: "FIL-KUE-250", prices: price(9.5) },
      { value: "1 kg", sku: "FIL-KUE-1000", prices: price(32.9) },
    ],
  },
  {
    title: "Entkoffeiniert „Abendruhe“",
    subtitle: "Rund und süß, für die Tasse nach acht",
    description: "Mit Quellwasser entkoffeiniert, geröstet wie unsere anderen Kaffees auch.",
    handle: "entkoffeiniert-abendruhe",
    picture: "entkoffeiniert-abendruhe.jpg",
    type: "Lebensmittel",
    option: "Gewicht",
    variants: [{ value: "250 g", sku: "DEC-ABE-250", prices: price(9.9) }],
  },
  {
    title: "Probierset „Drei Kontinente“",
    subtitle: "Kenia, Peru und Java, je 100 g",
    description: "Drei Herkünfte zum Vergleichen, mit einem Blatt für eigene Notizen.",
    handle: "probierset-drei-kontinente",
    picture: "rohkaffee-probierset.jpg",
    type: "Lebensmittel",
    option: "Umfang",
    variants: [{ value: "3 × 100 g", sku: "SET-KON-3", prices: price(16.5) }],
  },
  {
    title: "Cold Brew",
    subtitle: "16 Stunden kalt gezogen",
    description: "Trinkfertig, ungesüßt, in der Pfandflasche.",
    handle: "cold-brew",
    picture: "cold-brew.jpg",
    type: "Lebensmittel",
    option: "Inhalt",
    variants: [{ value: "500 ml", sku: "COL-BRE-500", prices: price(5.4) }],
  },
  {
    title: "Handfilter aus Porzellan",
    subtitle: "Für zwei bis vier Tassen",
    description: "Mit geschwungenen Rillen, in Thüringen gebrannt. Spülmaschinenfest.",
    handle: "handfilter-porzellan",
    picture: "handfilter-keramik.jpg",
    type: "Zubehör",
    option: "Größe",
    variants: [{ value: "Nº 4", sku: "FLT-POR-4", prices: price(24.9) }],
  },
  {
    title: "Filterpapier, ungebleicht",
    subtitle: "100 Stück",
    description: "Für Handfilter und Maschinen der Größe 4.",
    handle: "filterpapier",
    picture: "filterpapier.jpg",
    type: "Zubehör",
    option: "Größe",
    variants: [{ value: "Nº 4", sku: "PAP-004-100", prices: price(4.2) }],
  },
  {
    title: "Handmühle „Deern“",
    subtitle: "Kegelmahlwerk aus Stahl, 24 Mahlgrade",
    description: "Mahlt gleichmäßig von Espresso bis Cold Brew. Ersatzteile liefern wir zehn Jahre lang.",
    handle: "handmuehle-deern",
    picture: "handmuehle.jpg",
    type: "Zubehör",
    option: "Farbe",
    variants: [{ value: "Nussbaum", sku: "MUE-DEE-NUS", prices: price(119) }],
  },
  {
    title: "Becher „Leuchtturm“",
    subtitle: "Emaille, 350 ml",
    description: "Von Hand bedruckt. Hält auch den nächsten Segeltörn aus.",
    handle: "becher-leuchtturm",
    picture: "becher-leuchtturm.jpg",
    type: "Zubehör",
    option: "Inhalt",
    variants: [{ value: "350 ml", sku: "BEC-LEU-350", prices: price(14.9) }],
    onlyIn: "Onlineshop",
  },
  {
    title: "Geschenkbox",
    subtitle: "Karton mit Schleife, für drei Tüten Kaffee",
    description: "Wir packen ein und legen auf Wunsch eine Karte dazu.",
    handle: "geschenkbox",
    picture: "geschenkbox.jpg",
    type: "Zubehör",
    option: "Größe",
    variants: [{ value: "Klein", sku: "BOX-GES-S", prices: price(6.5) }],
    onlyIn: "Onlineshop",
  },
]
