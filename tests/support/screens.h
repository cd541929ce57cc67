// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTest>
#include <QWidget>

/// Pictures of widgets in both schemes, under build/.../screens: looked at by people, kept as artefacts of a test run.
namespace screens {

inline void save(QWidget &widget, const QString &name)
{
    const QString folder = QStringLiteral(BINARY_DIR "/screens");
    QDir().mkpath(folder);
    static const bool dressed = [] {
        QApplication::setStyle(new views::Style);
        return true;
    }();
    Q_UNUSED(dressed)
    for (const bool dark : {false, true}) {
        QApplication::setPalette(views::paletteFor(dark));
        QApplication::processEvents();
        QTest::qWait(30);
        QPixmap picture(widget.size());
        picture.fill(widget.palette().color(QPalette::Window));
        widget.render(&picture);
        QVERIFY(picture.save(QString("%1/%2-%3.png").arg(folder, name, dark ? "dark" : "light")));
    }
    QApplication::setPalette(views::paletteFor(false));
}

} // namespace screens
