// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QGridLayout;

namespace views {

class Card;

/// All templates as cards; the number of columns follows the width.
class TemplateGallery : public QScrollArea
{
    Q_OBJECT
public:
    explicit TemplateGallery(QWidget *parent = nullptr);

signals:
    void chosen(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QGridLayout *m_grid;
    QList<Card *> m_cards;
    int m_columns = 0;
};

} // namespace views
