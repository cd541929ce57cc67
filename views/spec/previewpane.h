// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/spec/specpreview.h"

#include <QWidget>

class QStandardItemModel;
class QTreeView;
class QVBoxLayout;

namespace views {

class Label;

/// What will be created: totals, pods with what the operator adds to them, consequences.
class PreviewPane : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewPane(QWidget *parent = nullptr);

    void setPreview(const models::SpecPreview &preview);
    void setFreeGpus(int free, int total);

private:
    void refresh();
    void fillPods();
    void fillSentences();

    models::SpecPreview m_preview;
    int m_freeGpus = -1, m_allGpus = -1;
    Label *m_total;
    Label *m_gpus;
    QTreeView *m_pods;
    QStandardItemModel *m_model;
    QVBoxLayout *m_sentences;
};

} // namespace views
