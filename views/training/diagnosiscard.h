// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/card.h"

class QPushButton;

namespace models {
class JobDetail;
}

namespace views {

class Label;

/// The story of what is wrong with a job: one sentence, the cluster's own words, what to do. Hidden while nothing is
/// wrong.
class DiagnosisCard : public Card
{
    Q_OBJECT
public:
    explicit DiagnosisCard(models::JobDetail &detail, QWidget *parent = nullptr);

signals:
    void logRequested(const QString &pod);

private:
    void refresh();

    models::JobDetail &m_detail;
    Label *m_sentence;
    Label *m_detailText;
    Label *m_remedy;
    QPushButton *m_log;
    QPushButton *m_copy;
};

} // namespace views
