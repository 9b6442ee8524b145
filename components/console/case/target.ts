/** A case as its actions need it. */
export type CaseForActing = {
  id: string;
  revision: number;
  reference: string;
  applicant: string;
  service: string;
  officerId: string | null;
  may: { take: boolean; assign: boolean; release: boolean; ask_correction: boolean; approve: boolean; refuse: boolean };
  pages: readonly { id: string; title: string }[];
  refusalGrounds: readonly string[];
  officers: readonly { userId: string; name: string }[];
};
