// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QTextDocument;

namespace views {

/// The colours of YAML.
struct YamlLook
{
    QColor key, comment, string, number, special, text;
};

/// What the library views/highlight makes for one document. It must not outlive the application object.
class YamlPainter
{
public:
    YamlPainter() = default;
    YamlPainter(const YamlPainter &) = delete;
    YamlPainter &operator=(const YamlPainter &) = delete;
    virtual ~YamlPainter() = default;
    virtual void setLook(const YamlLook &look) = 0;
    /// Colours this document from now on; nullptr: none.
    virtual void paint(QTextDocument *document) = 0;
};

/// The library's one function, by this name; the caller owns what it makes.
using MakeYamlPainter = YamlPainter *(*)(QTextDocument *);
inline constexpr char makeYamlPainterName[] = "pilothouseYamlPainter";

} // namespace views
