// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/contextentry.h"

#include <QAbstractButton>

namespace views {

/// One cluster in a list: health dot, name, server, what the dot means.
class ContextRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ContextRow(QWidget *parent = nullptr);

    void setEntry(const ContextEntry &entry);
    const ContextEntry &entry() const { return m_entry; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ContextEntry m_entry;
};

} // namespace views
