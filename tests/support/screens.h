// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTest>
#include <QWidget>

/// Pictures of widgets in both schemes, under build/.../screens: looked at by people, kept as artefacts of a test run.
namespace screens {

inline QString folder()
{
    const QString path = QCoreApplication::applicationDirPath() + "/../screens";
    QDir().mkpath(path);
    return path;
}

/// Leaves the light scheme behind.
inline void save(QWidget &widget, const QString &name, double scale = 1)
{
    static auto *const appearance = new views::Appearance(*qApp); // dies with the application
    for (const bool dark : {true, false}) {
        appearance->setScheme(dark ? views::Scheme::Dark : views::Scheme::Light);
        QEvent changed(QEvent::ApplicationPaletteChange); // an application that is not in exec() does not send it
        for (auto *one : QApplication::allWidgets())
            QApplication::sendEvent(one, &changed);
        QTest::qWait(30);
        QPixmap picture(widget.size() * scale);
        picture.setDevicePixelRatio(scale);
        picture.fill(widget.palette().color(QPalette::Window));
        widget.render(&picture);
        QVERIFY(picture.save(QString("%1/%2-%3.png").arg(folder(), name, dark ? "dark" : "light")));
    }
}

} // namespace screens
