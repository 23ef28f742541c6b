import type { Settings } from '../settings/settings.ts';
import type { MasterData } from './master-data.ts';

/** Project and cost centre items of a row, under Visma's names. */
export interface RowDimensions {
  readonly ProjectId?: string;
  readonly CostCenterItemId1?: string;
  readonly CostCenterItemId2?: string;
  readonly CostCenterItemId3?: string;
}

/**
 * The project and cost centres of a row, from the settings' maps. The project's cost centres come first; those of the
 * activity fill the cost centres that the project leaves open.
 */
export function rowDimensions(
  row: { readonly projectId?: string | undefined; readonly activityId?: string | undefined },
  settings: Settings,
  masterData: MasterData,
): RowDimensions {
  const { projects, costCentersByProject, costCentersByActivity } = settings.dimensions;
  const project = row.projectId === undefined ? undefined : projects[row.projectId];
  const items = [
    ...(row.activityId === undefined ? [] : (costCentersByActivity[row.activityId] ?? [])),
    ...(row.projectId === undefined ? [] : (costCentersByProject[row.projectId] ?? [])),
  ];
  const slots: Partial<Record<1 | 2 | 3, string>> = {};
  for (const id of items) {
    const item = masterData.costCenterItems.find((each) => each.id === id);
    if (item) {
      slots[item.slot] = id;
    }
  }
  return {
    ...(project === undefined ? {} : { ProjectId: project }),
    ...(slots[1] === undefined ? {} : { CostCenterItemId1: slots[1] }),
    ...(slots[2] === undefined ? {} : { CostCenterItemId2: slots[2] }),
    ...(slots[3] === undefined ? {} : { CostCenterItemId3: slots[3] }),
  };
}
