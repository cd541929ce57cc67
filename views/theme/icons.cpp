// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// One monochrome drawing, painted in the colour that the palette has at that moment, so a change of scheme needs
/// nobody's help.
class LineIconEngine : public QIconEngine
{
public:
    explicit LineIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QColor color = colorOf(mode, state);
        const QString key
            = u"pilothouse/%1/%2x%3/%4"_s.arg(m_name).arg(size.width()).arg(size.height()).arg(color.rgba());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = draw(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name); }
    QString key() const override { return u"pilothouse-line"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(fileName()); }

private:
    QString fileName() const { return u":/icons/%1.svg"_s.arg(m_name); }

    static QColor colorOf(QIcon::Mode mode, QIcon::State state)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (state == QIcon::On)
            return palette.color(QPalette::Accent);
        return palette.color(mode == QIcon::Normal ? QPalette::PlaceholderText : QPalette::WindowText);
    }

    QPixmap draw(const QSize &size, const QColor &color) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QFile file(fileName());
        if (!file.open(QIODevice::ReadOnly))
            return pixmap;
        QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        return pixmap;
    }

    QString m_name;
};

} // namespace

QPixmap programMark(int size, double scale)
{
    QPixmap pixmap(QSize(size, size) * scale);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(u":/icons/pilothouse.svg"_s);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), pixmap.size()));
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QIcon icon(const QString &name) { return QIcon(new LineIconEngine(name)); }

} // namespace views
