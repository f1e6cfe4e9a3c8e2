#!/usr/bin/env python3
"""Changes Noto Naskh Arabic so that no letter needs a dot to be placed: naskh-arabic.py FROM.woff2 TO.woff2

Noto Naskh draws most letters as a shape and a mark of dots, and says where the mark goes. WebKitGTK does not heed that in
the middle of a line, and moves the whole line by it at the line's end. So

1. every shape with its dots is one more glyph, which takes their place where no vowel sign follows (HarfBuzz says where
   the dots go, at both ends of the weights);
2. a line that ends with a mark all the same gets an empty glyph after it, which is nowhere but where it stands.

Other engines draw the same as before, to the unit. Needs fonttools, brotli and uharfbuzz.
"""

import io
import itertools
import sys

import uharfbuzz as hb
from fontTools.otlLib.builder import buildCoverage
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables as ot
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.ttLib.tables.TupleVariation import TupleVariation

# Of Arabic, Persian, Urdu and Kurdish; the first 36 are those of Arabic.
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىپچژگکیٹڈڑںےہھڤڭۆۇێڕڵ"
TATWEEL = "\u0640"
WEIGHTS = (400, 700)
MARK, BASE = 3, 1
# Flags of the parts of a glyph: placed by coordinates; the whole is as wide as this part.
BY_COORDINATES, AS_WIDE = 0x2, 0x200


def texts():
    """Texts in which the letters take every form, alone and beside each other."""
    for few in [(one,) for one in LETTERS] + list(itertools.product(LETTERS, repeat=2)):
        word = "".join(few)
        yield from (word, TATWEEL + word, word + TATWEEL, TATWEEL + word + TATWEEL)
    for three in itertools.product(LETTERS[:36], repeat=3):
        yield "".join(three)


def dotted(font):
    """Shapes with their dots: where each dot goes, at both weights."""
    plain = io.BytesIO()
    font.flavor = None
    font.save(plain)
    face = hb.Face(plain.getvalue())
    order = font.getGlyphOrder()
    classes = font["GDEF"].table.GlyphClassDef.classDefs

    def shaped(text, weight):
        drawn = hb.Font(face)
        drawn.set_variations({"wght": weight})
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(drawn, buffer)
        glyphs = zip(buffer.glyph_infos, buffer.glyph_positions)
        # In the order of the text: HarfBuzz begins at the left.
        return [(order[info.codepoint], at.x_offset, at.y_offset) for info, at in glyphs][::-1]

    found = {}
    for text in texts():
        light, bold = (shaped(text, weight) for weight in WEIGHTS)
        start = 0
        while start < len(light):
            end = start + 1
            while end < len(light) and classes.get(light[end][0]) == MARK:
                end += 1
            if end > start + 1 and classes.get(light[start][0]) != MARK:
                names = tuple(name for name, _, _ in light[start:end])
                places = [(one[1:], other[1:]) for one, other in zip(light[start + 1 : end], bold[start + 1 : end])]
                if found.setdefault(names, places) != places:
                    sys.exit(f"{names} is not always the same")
            start = end
    return found


def add_glyph(font, name, parts, places):
    """Adds a glyph that is made of others; `places` says where those after the first go."""
    glyph, first = Glyph(), parts[0]
    glyph.numberOfContours = -1
    glyph.components = []
    for part, (at, _) in zip(parts, [((0, 0), (0, 0))] + places):
        component = GlyphComponent()
        component.glyphName, (component.x, component.y), component.flags = part, at, BY_COORDINATES
        glyph.components.append(component)
    glyph.components[0].flags |= AS_WIDE
    font["glyf"].glyphs[name] = glyph
    variations = font["gvar"].variations
    wider = next((one.coordinates[-3][0] for one in variations[first] if one.coordinates[-3]), 0)
    moved = [(0, 0)] + [(bold[0] - light[0], bold[1] - light[1]) for light, bold in places]
    variations[name] = [TupleVariation({"wght": (0, 1, 1)}, moved + [(0, 0), (wider, 0), (0, 0), (0, 0)])]
    take_width(font, name, first)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = BASE


def add_empty(font, name, like):
    font["glyf"].glyphs[name] = Glyph()
    font["gvar"].variations[name] = []
    take_width(font, name, like)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = MARK


def take_width(font, name, like):
    font["hmtx"][name] = font["hmtx"][like]
    widths = font["HVAR"].table.AdvWidthMap.mapping
    widths[name] = widths[like]


class Rules:
    """Adds to what the font does with the glyphs of a text."""

    def __init__(self, font):
        self.table = font["GSUB"].table
        self.numbers = font.getReverseGlyphMap(rebuild=True)

    def add(self, kind, tables):
        lookup = ot.Lookup()
        lookup.LookupType, lookup.LookupFlag = kind, 0
        lookup.SubTable, lookup.SubTableCount = tables, len(tables)
        lookups = self.table.LookupList
        lookups.Lookup.append(lookup)
        lookups.LookupCount = len(lookups.Lookup)
        return lookups.LookupCount - 1

    def where(self, glyphs, before, then=None):
        """Where some glyphs stand before others, does what a lookup says; or nothing."""
        chain = ot.ChainContextSubst()
        chain.Format = 3
        for part, all_of in (("Backtrack", []), ("Input", glyphs), ("LookAhead", before)):
            covered = [buildCoverage(sorted(set(one), key=self.numbers.get), self.numbers) for one in all_of]
            setattr(chain, f"{part}GlyphCount", len(covered))
            setattr(chain, f"{part}Coverage", covered)
        chain.SubstLookupRecord = []
        if then is not None:
            record = ot.SubstLookupRecord()
            record.SequenceIndex, record.LookupListIndex = 0, then
            chain.SubstLookupRecord = [record]
        chain.SubstCount = len(chain.SubstLookupRecord)
        return chain

    def always(self, lookups):
        for record in self.table.FeatureList.FeatureRecord:
            if record.FeatureTag == "rlig":
                record.Feature.LookupListIndex += lookups
                record.Feature.LookupCount = len(record.Feature.LookupListIndex)


def join(rules, wholes, marks):
    """A shape and its dots become one glyph, unless another mark follows, which may stand on the dots."""
    ligatures = ot.LigatureSubst()
    ligatures.ligatures = {}
    for names, whole in sorted(wholes.items(), key=lambda one: -len(one[0])):
        ligature = ot.Ligature()
        ligature.Component, ligature.CompCount, ligature.LigGlyph = list(names[1:]), len(names), whole
        ligatures.ligatures.setdefault(names[0], []).append(ligature)
    joined = rules.add(4, [ligatures])
    tables = []
    for length in sorted({len(names) for names in wholes}, reverse=True):
        glyphs = [list(place) for place in zip(*(names for names in wholes if len(names) == length))]
        tables += [rules.where(glyphs, [marks]), rules.where(glyphs, [], joined)]
    return rules.add(6, tables)


def end(rules, marks, empty, all_glyphs):
    """The last mark of a text gets an empty glyph after it."""
    more = ot.MultipleSubst()
    more.mapping = {mark: [mark, empty] for mark in marks}
    ended = rules.add(2, [more])
    return rules.add(6, [rules.where([marks], [all_glyphs]), rules.where([marks], [], ended)])


def main(source, target):
    font = TTFont(source)
    order = font.getGlyphOrder()
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    marks = [name for name in order if classes.get(name) == MARK]
    for name in order:
        # Unpacked before there are more glyphs than the file has.
        font["glyf"][name], font["gvar"].variations[name]
    found = dotted(font)
    wholes = {names: f"dotted{number}" for number, names in enumerate(sorted(found))}
    for names, whole in wholes.items():
        add_glyph(font, whole, names, found[names])
    add_empty(font, "end", next(mark for mark in marks if font["hmtx"][mark][0] == 0))
    order = order + list(wholes.values()) + ["end"]
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    for whole in wholes.values():
        font["glyf"][whole].recalcBounds(font["glyf"])
        font["hmtx"][whole] = (font["hmtx"][whole][0], font["glyf"][whole].xMin)
    rules = Rules(font)
    rules.always([join(rules, wholes, marks), end(rules, marks, "end", order)])
    font.flavor = "woff2"
    font.save(target)


main(*sys.argv[1:])
