// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gpu/datagap.h"

#include <QWidget>

class QPushButton;

namespace views {

class Label;

/// Why figures are missing: a sentence, a remedy and, where asking again may help, Retry. Hidden while there is nothing
/// to explain.
class GapStrip : public QWidget
{
    Q_OBJECT
public:
    explicit GapStrip(QWidget *parent = nullptr);

    void setGap(const models::DataGap &gap);
    const models::DataGap &gap() const { return m_gap; }

signals:
    void retryRequested();

private:
    models::DataGap m_gap {.kind = models::DataGap::Kind::None};
    Label *m_sentence;
    Label *m_remedy;
    QPushButton *m_retry;
};

} // namespace views
