// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostiletexts.h"

namespace tests {

QByteArray aliasBomb()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 10; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before;
        for (int j = 0; j < 8; ++j)
            text += ", " + before;
        text += "]\n";
    }
    return text;
}

QByteArray deepMap(int depth)
{
    QByteArray text;
    for (int i = 0; i < depth; ++i)
        text += QByteArray(i, ' ') + "a:\n";
    return text;
}

QList<HostileText> hostileTexts()
{
    return {
        {"bomb of aliases", aliasBomb(), "yaml/too-many-values"},
        {"alias of itself", QByteArray("a: &a [*a]\n"), "yaml/cycle"},
        {"alias of its map", QByteArray("a: &a\n  b: *a\n"), "yaml/cycle"},
        {"10 000 brackets", QByteArray(10000, '['), "yaml/too-deep"},
        {"4 million brackets", QByteArray(4'000'000, '['), "yaml/too-deep"},
        {"2 million braces", QByteArray("{a: ").repeated(700'000), "yaml/too-deep"},
        {"10 000 dashes", QByteArray("- ").repeated(10000), "yaml/too-deep"},
        {"question marks", QByteArray("? ").repeated(10000), "yaml/key"},
        {"deep map", deepMap(600), "yaml/too-deep"},
        {"too large", QByteArray(4 * 1024 * 1024 + 1, 'a'), "yaml/too-large"},
        {"zero byte", QByteArray("a: b\0c\n", 7), "yaml/control-character"},
        {"escape", QByteArray("a: \x1b[31m\n"), "yaml/control-character"},
        {"latin 1", QByteArray("a: caf\xE9\n"), "yaml/encoding"},
        {"overlong", QByteArray("a: \xC0\xAF\n"), "yaml/encoding"},
        {"utf-16",
         QByteArray("\xFF\xFE"
                    "a\0:\0",
                    6),
         "yaml/encoding"},
        {"tab", QByteArray("a:\n\tb: 1\n"), "yaml/tab"},
        {"tab in a list", QByteArray("a:\n  - b: 1\n\t- c: 2\n"), "yaml/tab"},
        {"unclosed quote", QByteArray("a: \"b\nc: 1\n"), "yaml/syntax"},
        {"unclosed bracket", QByteArray("a: [1, 2\nb: 3\n"), "yaml/syntax"},
        {"template", QByteArray("a: {{ .Values.x }}\n"), "yaml/key"},
        {"two colons", QByteArray("a: b: c\n"), "yaml/syntax"},
        {"wrong indent", QByteArray("a:\n    b: 1\n  c: 2\n"), "yaml/syntax"},
        {"unknown alias", QByteArray("a: *nothing\n"), "yaml/syntax"},
        {"python object", QByteArray("a: !!python/object:os.system x\n"), ""},
        {"own tag", QByteArray("a: !foo x\n"), "yaml/tag"},
        {"not a number", QByteArray("a: .nan\n"), "yaml/not-finite"},
        {"merge key", QByteArray("a: &a {b: 1}\nc:\n  <<: *a\n"), "yaml/merge-key"},
        {"200 documents", QByteArray("---\na: 1\n").repeated(200), "yaml/too-many-documents"},
        {"the text that hangs LoadAll", QByteArray("a: 1\n---\n  b: [\n--- {\n"), "yaml/syntax"},
    };
}

} // namespace tests
